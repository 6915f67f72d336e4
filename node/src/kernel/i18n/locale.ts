/** The interface languages, in the order in which they are offered. */
export const LOCALES = ['en', 'fr', 'es', 'et', 'fi', 'da', 'ko', 'he', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own name. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  et: 'Eesti',
  fi: 'Suomi',
  da: 'Dansk',
  ko: '한국어',
  he: 'עברית',
  ar: 'العربية',
};

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}

export function direction(lang: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur|yi|dv|ps)\b/.test(lang) ? 'rtl' : 'ltr';
}

/** Text for people in several languages: a BCP 47 map, `source` names the language of the original. */
export type LangText = { readonly source: string } & { readonly [lang: string]: string };

/** What a reader of `locale` gets: their language, else the original; with the language it is in, for `lang` and `dir`. */
export function pickText(text: LangText, locale: string): { text: string; lang: string; original: boolean } {
  const lang = locale !== 'source' && text[locale] !== undefined ? locale : text.source;
  return { text: text[lang] ?? '', lang, original: lang === text.source };
}

/** Translates a message key (`<namespace>.<key>`) with ICU arguments. Unknown keys throw in tests and show the key elsewhere. */
export type Translate = (key: string, args?: Record<string, unknown>) => string;

/** Numbers and dates of one locale, always through Intl. */
export interface Formats {
  /** Decimal text is written exactly, however many digits it has. */
  number(value: number | `${number}`, options?: Intl.NumberFormatOptions): string;
  date(value: Date): string;
  /** `2027-03-31`, `2027-03` or `2027` in words, each as exact as it is; what is no such date is left as it is. */
  partialDate(value: string): string;
  /** From one partial date to another; either may be open. */
  period(start: string | undefined, end: string | undefined): string;
  /** "today 14:02", after a week the date: for people; put the ISO form in `<time datetime>`. */
  when(value: Date, now: Date): string;
  dateTime(value: Date): string;
  relative(value: Date, now: Date): string;
  list(values: readonly string[]): string;
  language(tag: string): string;
  bytes(value: number): string;
}
