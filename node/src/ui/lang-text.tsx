import { direction, type LangText, pickText } from '../kernel/i18n/locale.ts';
import type { PageContext } from '../kernel/web/page.ts';
import { Say } from './say.tsx';

interface LangTextProps {
  page: PageContext;
  text: LangText;
  /** Shows the original whatever the reader's language is. */
  original?: boolean;
}

/** Attributes that mark text in another language than the page's. */
export function langAttributes(page: PageContext, lang: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === page.locale ? {} : { lang, dir: direction(lang) };
}

/** One line of people's text, in the reader's language where it exists, else in the original, marked as such. */
export function LangTextView({ page, text, original = false }: LangTextProps) {
  const picked = pickText(text, original ? text.source : page.locale);
  return <bdi {...langAttributes(page, picked.lang)}>{picked.text}</bdi>;
}

/** Longer text: empty lines part paragraphs. */
export function LangTextBlock({ page, text, original = false }: LangTextProps) {
  const picked = pickText(text, original ? text.source : page.locale);
  const paragraphs = picked.text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div class="kn-flow kn-text" {...langAttributes(page, picked.lang)}>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}

interface TranslationNoteProps {
  page: PageContext;
  text: LangText;
  /** Who translated it: translations are part of the record, so its author answers for them. */
  by: string;
  /** Where the original is shown. */
  originalHref: string;
}

/** Says that the reader sees a translation, or that there is none in their language. */
export function TranslationNote({ page, text, by, originalHref }: TranslationNoteProps) {
  const picked = pickText(text, page.locale);
  if (picked.lang === page.locale && picked.original) return null;
  const language = page.format.language(text.source);
  if (picked.original) {
    return (
      <p class="kn-small kn-muted">
        {page.t('ui.translation.none', { language, wanted: page.format.language(page.locale) })}
      </p>
    );
  }
  return (
    <p class="kn-small kn-muted">
      <Say page={page} id="ui.translation.by" args={{ language }} with={{ who: by }} />{' '}
      <a class="ds-link" href={originalHref} hreflang={text.source}>
        {page.t('ui.translation.original')}
      </a>
    </p>
  );
}
