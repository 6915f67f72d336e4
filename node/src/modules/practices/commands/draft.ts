import { beginDraft, changeDraft, type Draft, endDraft } from '../../../kernel/drafts/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { pathOf } from '../../../kernel/subjects/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { writePracticeForm } from '../form/practice-form.ts';
import { type Saved, type TaskName, withAllDone, withTask } from '../form/tasks.ts';
import { PRACTICE_FORM } from '../kinds.ts';
import type { PracticeDetail } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';

/** Begins to write a practice, in the language of its author. @throws TooManyDrafts */
export async function beginPractice(
  kernel: Kernel,
  actor: Actor,
  { id, lang }: { id: string; lang: string },
): Promise<void> {
  require(actor, 'practices.publish');
  const draft = { id, form: PRACTICE_FORM, subject: null, typed: { source: [lang] } };
  await kernel.database.transaction((tx) => beginDraft(tx, kernel, actor, draft));
}

/** Begins the next version of a practice from the latest one. @throws TooManyDrafts, DraftTooLarge */
export async function beginRevision(
  kernel: Kernel,
  actor: Actor,
  { id, practice }: { id: string; practice: Pick<PracticeDetail, 'id' | 'body' | 'latest'> },
): Promise<void> {
  require(actor, 'practices.revise');
  const typed = { ...withAllDone(writePracticeForm(practice.body)), prev: [practice.latest] };
  const draft = { id, form: PRACTICE_FORM, subject: pathOf(SUBJECTS.practice, practice.id), typed };
  await kernel.database.transaction((tx) => beginDraft(tx, kernel, actor, draft));
}

/** Keeps what was typed on the page of one task, right or not. @throws NoSuchDraft, DraftTooLarge */
export async function saveTask(
  kernel: Kernel,
  actor: Actor,
  { id, task, posted, saved }: { id: string; task: TaskName; posted: TypedValues; saved: Saved },
): Promise<Draft> {
  return await kernel.database.transaction((tx) =>
    changeDraft(tx, kernel, actor, { form: PRACTICE_FORM, id }, (typed) =>
      withTask(typed, task, posted, saved),
    ),
  );
}

/** @throws NoSuchDraft */
export async function dropDraft(kernel: Kernel, actor: Actor, id: string): Promise<void> {
  await kernel.database.transaction((tx) => endDraft(tx, actor, { form: PRACTICE_FORM, id }));
}
