import type { LangText } from '../../node/src/kernel/i18n/locale.ts';

/** A text that Kaldavere wrote: Estonian, with its own English version. */
export function et(original: string, english: string): LangText {
  return { source: 'et', et: original, en: english };
}

/** A text that Montaluz wrote: Spanish, with its own English version. */
export function es(original: string, english: string): LangText {
  return { source: 'es', es: original, en: english };
}

/** A text that Haesol wrote: Korean, with its own English version. */
export function ko(original: string, english: string): LangText {
  return { source: 'ko', ko: original, en: english };
}
