import { intlLocale } from '../../../kernel/i18n/intl-locale.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2024` or `2024-03` as people of the locale write it: "2024", "March 2024"; short: "Mar 2024". */
export function partialDateWords(value: string, locale: Locale, style: 'long' | 'short' = 'long'): string {
  const month = value.length > 4;
  const key = `${locale}${month}${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(intlLocale(locale), {
      year: 'numeric',
      ...(month && { month: style }),
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format.format(new Date(month ? `${value}-01` : `${value}-01-01`));
}
