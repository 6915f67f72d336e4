import { beginDraft, changeDraft, type Draft, endDraft } from '../../../kernel/drafts/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { PROJECT_FORM } from '../kinds.ts';

/** Begins to write a project, or its next version where `subject` is its path. @throws TooManyDrafts, DraftTooLarge */
export async function beginProject(
  kernel: Kernel,
  actor: Actor,
  draft: { id: string; subject: string | null; typed: TypedValues },
): Promise<void> {
  require(actor, 'projects.publish');
  await kernel.database.transaction((tx) => beginDraft(tx, kernel, actor, { ...draft, form: PROJECT_FORM }));
}

/** @throws NoSuchDraft, DraftTooLarge */
export async function changeProjectDraft(
  kernel: Kernel,
  actor: Actor,
  id: string,
  change: (typed: TypedValues) => TypedValues,
): Promise<Draft> {
  return await kernel.database.transaction((tx) =>
    changeDraft(tx, kernel, actor, { form: PROJECT_FORM, id }, change),
  );
}

/** @throws NoSuchDraft */
export async function dropProjectDraft(kernel: Kernel, actor: Actor, id: string): Promise<void> {
  await kernel.database.transaction((tx) => endDraft(tx, actor, { form: PROJECT_FORM, id }));
}
