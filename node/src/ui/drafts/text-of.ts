import type { LangText } from '../../kernel/i18n/locale.ts';

/** The text of one language alone, as a text of its own. */
export function textOf(lang: string, text: string): LangText {
  return { source: lang, [lang]: text };
}
