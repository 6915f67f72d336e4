import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';

/** Heading of what is written in one language. */
export function languageTitle(page: PageContext, lang: string, original: boolean): string {
  const language = page.format.language(lang);
  return page.t(original ? 'practices.edit.in-original' : 'practices.edit.in-translation', { language });
}

/** The text of one language alone, as a text of its own. */
export function textOf(lang: string, text: string): LangText {
  return { source: lang, [lang]: text };
}
