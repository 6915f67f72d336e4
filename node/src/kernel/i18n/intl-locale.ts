import type { Locale } from './locale.ts';

/** The locale handed to Intl: English in its international form (day before month, 24 hours). */
export function intlLocale(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}
