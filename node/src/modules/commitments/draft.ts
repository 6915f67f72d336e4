import type { Draft } from '../../kernel/drafts/index.ts';
import {
  cleaned,
  type FormTask,
  formLanguages,
  type Languages,
  taskOf,
  value,
} from '../../kernel/forms/index.ts';
import { type Locale, pickText } from '../../kernel/i18n/locale.ts';
import type { Change } from '../../kernel/log/difference.ts';
import type { SubjectRow } from '../../kernel/subjects/index.ts';
import type { TypedValues } from '../../kernel/web/form.ts';
import type { DraftTitle } from '../../ui/index.ts';
import type { Commitment } from './commitment.ts';
import { type Answer, readForm, tasksOf, WRITTEN, type Written } from './form/forms.ts';
import { type Step, stepsOf, withSteps } from './form/step-rows.ts';

/** A draft with all that its pages show of it. */
export interface OpenDraft {
  draft: Draft;
  thing: Written;
  path: string;
  title: DraftTitle;
  langs: Languages;
  tasks: readonly FormTask[];
  /** What was typed, with a row for each step that can be spoken of. */
  typed: TypedValues;
  /** What it would publish, or why it cannot yet. */
  answer: Answer;
  /** The commitment that something is said of. */
  about: SubjectRow<Commitment> | null;
  steps: readonly Step[];
  /** What it is a new version of, and what others changed there since the draft was begun. */
  revised: { row: SubjectRow; conflict: readonly Change[] | undefined } | null;
}

export function draftPath(id: string): string {
  return `/commitments/drafts/${id}`;
}

export function thingOf({ typed }: Pick<Draft, 'typed'>): Written {
  return WRITTEN.find((thing) => thing === value(typed, 'thing')) ?? 'commitment';
}

/** How a draft is called: by its own title, or by the commitment that it speaks of. */
export function draftTitle(
  { typed }: Pick<Draft, 'typed'>,
  locale: Locale,
  about: Pick<SubjectRow<Commitment>, 'body'> | null,
): DraftTitle {
  if (about !== null) return pickText(about.body.title, locale);
  const known = value(typed, 'about');
  const [lang] = formLanguages(typed, locale);
  return { text: cleaned(value(typed, `title.${lang}`)) || known, lang };
}

export function openedDraft(
  draft: Draft,
  locale: Locale,
  { about, revised }: Pick<OpenDraft, 'about' | 'revised'>,
): OpenDraft {
  const thing = thingOf(draft);
  const steps = about === null ? [] : stepsOf(about.body);
  const typed = thing === 'report' || thing === 'assessment' ? withSteps(draft.typed, steps) : draft.typed;
  const langs = formLanguages(typed, locale);
  const tasks = tasksOf(thing, typed, revised !== null);
  return {
    draft,
    thing,
    path: draftPath(draft.id),
    title: draftTitle(draft, locale, about),
    langs,
    tasks,
    typed,
    answer: readForm(thing, typed, {
      tasks,
      langs,
      base: JSON.parse(value(typed, 'base') || '{}'),
      steps: new Set(steps.map(({ key }) => key)),
    }),
    about,
    steps,
    revised,
  };
}

/** What is wrong with a draft, or with one task of it. */
export function problemsIn({ answer, tasks }: OpenDraft, task?: FormTask) {
  const problems = answer.ok ? [] : answer.problems;
  return task === undefined
    ? problems
    : problems.filter(({ field }) => taskOf(tasks, field)?.name === task.name);
}
