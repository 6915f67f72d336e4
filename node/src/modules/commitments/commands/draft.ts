import type { Tx } from '../../../kernel/database/tables.ts';
import { beginDraft, changeDraft, type Draft, endDraft } from '../../../kernel/drafts/index.ts';
import { type FormTask, type Saved, withoutTask, withTask } from '../../../kernel/forms/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { Written } from '../form/forms.ts';
import { COMMITMENTS_FORM } from '../kinds.ts';
import { PERMISSIONS } from '../permissions.ts';
import { dropUploads, type NewFile, storeUploads } from './upload.ts';

interface Beginning {
  id: string;
  thing: Written;
  /** Path of what it is the next version of; null where something new is written. */
  subject: string | null;
  typed: TypedValues;
}

/** Begins to write a plan, a commitment or something that is said of one. @throws TooManyDrafts, DraftTooLarge */
export async function beginWriting(
  kernel: Kernel,
  actor: Actor,
  { id, thing, subject, typed }: Beginning,
): Promise<void> {
  require(actor, PERMISSIONS[thing]);
  const draft = { id, form: COMMITMENTS_FORM, subject, typed: { ...typed, thing: [thing] } };
  await kernel.database.transaction((tx) => beginDraft(tx, kernel, actor, draft));
}

interface Posted {
  id: string;
  task: FormTask;
  posted: TypedValues;
  saved: Saved;
  /** Files that came with it, by the name of their field. */
  files?: ReadonlyMap<string, NewFile>;
}

/** Keeps what was typed on the page of one task, right or not. @throws NoSuchDraft, DraftTooLarge */
export async function saveTask(
  kernel: Kernel,
  actor: Actor,
  { id, task, posted, saved, files = new Map() }: Posted,
): Promise<Draft> {
  return await kernel.database.transaction(async (tx) => {
    const draft = await changeDraft(tx, kernel, actor, { form: COMMITMENTS_FORM, id }, (typed) => ({
      ...withTask(typed, task, posted, saved),
      ...namedFiles(typed, posted, files),
    }));
    await storeUploads(tx, kernel.clock.now(), id, files);
    return draft;
  });
}

/** Takes a part out of a draft, such as one milestone. @throws NoSuchDraft */
export async function removeTask(
  kernel: Kernel,
  actor: Actor,
  { id, task }: Pick<Posted, 'id' | 'task'>,
): Promise<Draft> {
  return await kernel.database.transaction((tx) =>
    changeDraft(tx, kernel, actor, { form: COMMITMENTS_FORM, id }, (typed) => withoutTask(typed, task)),
  );
}

/** @throws NoSuchDraft */
export async function dropDraft(kernel: Kernel, actor: Actor, id: string): Promise<void> {
  await kernel.database.transaction((tx) => endOf(tx, actor, id));
}

/** Ends the draft that something was written in, with the files that came with it. @throws NoSuchDraft */
export async function endOf(tx: Tx, actor: Actor, draft: string | undefined): Promise<void> {
  if (draft === undefined) return;
  await endDraft(tx, actor, { form: COMMITMENTS_FORM, id: draft });
  await dropUploads(tx, draft);
}

/** The files that the draft names from now on: new ones, and without those that were taken out. */
function namedFiles(
  typed: TypedValues,
  posted: TypedValues,
  files: ReadonlyMap<string, NewFile>,
): TypedValues {
  const dropped = Object.keys(typed).filter((name) => posted[`${name}.drop`]?.[0] === 'yes');
  return Object.fromEntries<readonly string[]>([
    ...dropped.map((name) => [name, []] as const),
    ...[...files].map(
      ([name, { sha256, bytes, mediaType, name: called }]) =>
        [name, [sha256, String(bytes.length), mediaType, called]] as const,
    ),
  ]);
}
