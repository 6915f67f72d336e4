import { isLanguageTag } from '../../../kernel/i18n/lang-text.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { allValues, value } from './values.ts';

/** The languages that a form is filled in: the original first. */
export function formLanguages(values: TypedValues, fallback: string): [string, ...string[]] {
  const stated = value(values, 'source');
  const source = isLanguageTag(stated) && stated !== 'source' ? stated : fallback;
  const others = allValues(values, 'lang').filter((lang) => isLanguageTag(lang) && lang !== source);
  return [source, ...new Set(others)];
}
