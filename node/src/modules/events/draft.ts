import type { Draft } from '../../kernel/drafts/index.ts';
import {
  cleaned,
  type FormTask,
  formLanguages,
  type Languages,
  taskOf,
  value,
} from '../../kernel/forms/index.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Change } from '../../kernel/log/difference.ts';
import type { SubjectRow } from '../../kernel/subjects/index.ts';
import type { DraftTitle } from '../../ui/index.ts';
import type { Event } from './event.ts';
import { tasksOf } from './form/event-fields.ts';
import { type Answer, readEventForm } from './form/event-form.ts';

/** A draft with all that its pages show of it. */
export interface OpenDraft {
  draft: Draft;
  path: string;
  title: DraftTitle;
  langs: Languages;
  tasks: readonly FormTask[];
  /** What it would publish, or why it cannot yet. */
  answer: Answer;
  /** The event that it is a new version of, and what others changed there since the draft was begun. */
  revised: { row: SubjectRow<Event>; conflict: readonly Change[] | undefined } | null;
}

export function draftPath(id: string): string {
  return `/events/drafts/${id}`;
}

export function draftTitle({ typed }: Pick<Draft, 'typed'>, locale: Locale): DraftTitle {
  const [lang] = formLanguages(typed, locale);
  return { text: cleaned(value(typed, `title.${lang}`)), lang };
}

export function openedDraft(draft: Draft, locale: Locale, revised: OpenDraft['revised']): OpenDraft {
  const { typed } = draft;
  const langs = formLanguages(typed, locale);
  return {
    draft,
    path: draftPath(draft.id),
    title: draftTitle(draft, locale),
    langs,
    tasks: tasksOf(typed, revised !== null),
    answer: readEventForm(typed, langs, JSON.parse(value(typed, 'base') || '{}')),
    revised,
  };
}

/** What is wrong with a draft, or with one task of it. */
export function problemsIn({ answer, tasks }: OpenDraft, task?: FormTask) {
  const problems = answer.ok ? [] : answer.problems;
  return task === undefined ? problems : problems.filter(({ field }) => taskOf(tasks, field) === task);
}
