import type { Draft } from '../../kernel/drafts/index.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Change } from '../../kernel/log/difference.ts';
import { cleaned, formLanguages, value } from '../../kernel/web/lang-form.ts';
import type { DraftTitle } from '../../ui/index.ts';
import { type FormAnswer, readPracticeForm, unshownFields } from './form/practice-form.ts';
import type { PracticeInput } from './practice.ts';
import type { PracticeDetail } from './read.ts';

/** A draft with all that its pages show of it. */
export interface OpenDraft {
  draft: Draft;
  path: string;
  title: DraftTitle;
  langs: readonly [string, ...string[]];
  /** What it would publish, or why it cannot yet. */
  answer: FormAnswer<PracticeInput>;
  /** The practice that it is a new version of, and what others changed there since the draft was begun. */
  revised: { practice: PracticeDetail; conflict: readonly Change[] | undefined } | null;
}

export function draftPath(id: string): string {
  return `/practices/drafts/${id}`;
}

export function draftTitle({ typed }: Draft, locale: Locale): DraftTitle {
  const [lang] = formLanguages(typed, locale);
  return { text: cleaned(value(typed, `title.${lang}`)), lang };
}

export function openedDraft(draft: Draft, locale: Locale, revised: OpenDraft['revised']): OpenDraft {
  const kept = revised === null ? {} : unshownFields(revised.practice.body);
  return {
    draft,
    path: draftPath(draft.id),
    title: draftTitle(draft, locale),
    langs: formLanguages(draft.typed, locale),
    answer: readPracticeForm(draft.typed, locale, kept),
    revised,
  };
}
