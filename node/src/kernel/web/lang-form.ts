import { isLanguageTag } from '../i18n/lang-text.ts';
import type { LangText } from '../i18n/locale.ts';
import type { TypedValues } from './form.ts';

/** Forms whose texts are written in several languages: `source` is the original's, `lang` the others', a text is `<name>.<lang>`. */

/** The original first. */
export type Languages = readonly [string, ...string[]];

/** What was typed into one field. */
export function value(typed: TypedValues, name: string): string {
  return allValues(typed, name)[0] ?? '';
}

export function allValues(typed: TypedValues, name: string): readonly string[] {
  return Object.hasOwn(typed, name) ? (typed[name] ?? []) : [];
}

/** Typed text as it goes into a record: one kind of line end, no blanks around it. */
export function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** Whether a name was typed by hand to confirm something: capitals and spaces do not count. */
export function sameName(typed: string, name: string): boolean {
  const plain = (text: string) => cleaned(text).toLowerCase().replace(/\s+/gu, ' ');
  return plain(typed) === plain(name);
}

/** The languages that a form is filled in. */
export function formLanguages(values: TypedValues, fallback: string): [string, ...string[]] {
  const stated = value(values, 'source');
  const source = isLanguageTag(stated) && stated !== 'source' ? stated : fallback;
  const others = allValues(values, 'lang').filter((lang) => isLanguageTag(lang) && lang !== source);
  return [source, ...new Set(others)];
}

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
