import { beginDraft, changeDraft, type Draft, endDraft } from '../../../kernel/drafts/index.ts';
import { type FormTask, type Saved, withoutTask, withTask } from '../../../kernel/forms/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { pathOf, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { Event } from '../event.ts';
import { writeEventForm } from '../form/event-form.ts';
import { EVENT_FORM } from '../kinds.ts';
import { readNames, withNames } from '../speakers.ts';
import { EVENTS } from '../subjects.ts';

/** Begins to write an event, in the language of its author and by the clocks of the node. @throws TooManyDrafts */
export async function beginEvent(
  kernel: Kernel,
  actor: Actor,
  { id, lang, zone }: { id: string; lang: string; zone: string },
): Promise<void> {
  require(actor, 'events.publish');
  const { profile } = kernel.identity;
  const typed = {
    source: [lang],
    zone: [zone],
    [`hosts.0.name.${lang}`]: [profile.body ?? profile.name],
  };
  const draft = { id, form: EVENT_FORM, subject: null, typed };
  await kernel.database.transaction((tx) => beginDraft(tx, kernel, actor, draft));
}

/** Begins the next version of an event from the latest one. @throws TooManyDrafts, DraftTooLarge */
export async function beginRevision(
  kernel: Kernel,
  actor: Actor,
  { id, row }: { id: string; row: SubjectRow<Event> },
): Promise<void> {
  require(actor, 'events.publish');
  const { note: _said, ...body } = withNames(row.body, await readNames(kernel.db, row.log, row.jti));
  const typed = { ...writeEventForm(body), prev: [row.latest] };
  const draft = { id, form: EVENT_FORM, subject: pathOf(EVENTS, row.id), typed };
  await kernel.database.transaction((tx) => beginDraft(tx, kernel, actor, draft));
}

/** Keeps what was typed on the page of one task, right or not. @throws NoSuchDraft, DraftTooLarge */
export async function saveTask(
  kernel: Kernel,
  actor: Actor,
  { id, task, posted, saved }: { id: string; task: FormTask; posted: TypedValues; saved: Saved },
): Promise<Draft> {
  return await changed(kernel, actor, id, (typed) => withTask(typed, task, posted, saved));
}

/** Takes a part out of a draft: one session. @throws NoSuchDraft */
export async function removeTask(
  kernel: Kernel,
  actor: Actor,
  { id, task }: { id: string; task: FormTask },
): Promise<Draft> {
  return await changed(kernel, actor, id, (typed) => withoutTask(typed, task));
}

/** @throws NoSuchDraft */
export async function dropDraft(kernel: Kernel, actor: Actor, id: string): Promise<void> {
  await kernel.database.transaction((tx) => endDraft(tx, actor, { form: EVENT_FORM, id }));
}

async function changed(
  kernel: Kernel,
  actor: Actor,
  id: string,
  change: (typed: TypedValues) => TypedValues,
): Promise<Draft> {
  return await kernel.database.transaction((tx) =>
    changeDraft(tx, kernel, actor, { form: EVENT_FORM, id }, change),
  );
}
