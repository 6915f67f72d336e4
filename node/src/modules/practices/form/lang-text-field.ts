import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { cleaned, value } from './values.ts';

type Languages = readonly [string, ...string[]];

/** The text of `<name>.<lang>` in each language; undefined where nothing was typed in any. */
export function readLangText(values: TypedValues, name: string, langs: Languages): LangText | undefined {
  const text = readTexts(values, name, langs);
  return Object.keys(text).length === 0 ? undefined : { ...text, source: langs[0] };
}

/** The same for names and labels, which may have stayed in another language than the whole. */
export function readLabel(values: TypedValues, name: string, langs: Languages): LangText | undefined {
  const text = readTexts(values, name, langs);
  const source = langs.find((lang) => Object.hasOwn(text, lang));
  return source === undefined ? undefined : { ...text, source };
}

function readTexts(values: TypedValues, name: string, langs: Languages): Record<string, string> {
  const typed = langs.map((lang) => [lang, cleaned(value(values, `${name}.${lang}`))] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ''));
}

/** The values that show a text in a form again. */
export function writeLangText(name: string, text: LangText | undefined): Array<[string, readonly string[]]> {
  return Object.entries(text ?? {})
    .filter(([lang]) => lang !== 'source')
    .map(([lang, typed]) => [`${name}.${lang}`, [typed]]);
}
