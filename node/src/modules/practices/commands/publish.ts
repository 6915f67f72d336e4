import { v7 as uuidv7 } from 'uuid';
import { endDraft } from '../../../kernel/drafts/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf, requireLive, withdraw } from '../../../kernel/subjects/index.ts';
import { PRACTICE, PRACTICE_FORM } from '../kinds.ts';
import type { PracticeInput } from '../practice.ts';
import { SUBJECTS } from '../subjects.ts';

interface FromDraft {
  /** Id of the draft of the actor's own that this was written in; it ends with the publication. */
  draft?: string;
}

/**
 * Publishes a new practice. What comes of a draft takes the draft's `id`, so that sending it twice publishes once.
 * @throws NoSuchDraft
 */
export async function publishPractice(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), body, draft }: { id?: string; body: PracticeInput } & FromDraft,
): Promise<Act> {
  require(actor, 'practices.publish');
  return await kernel.database.transaction(async (tx) => {
    if (draft !== undefined) await endDraft(tx, actor, { form: PRACTICE_FORM, id: draft });
    return await kernel.records.publish(tx, actor, {
      kind: PRACTICE,
      sub: pathOf(SUBJECTS.practice, id),
      body,
    });
  });
}

/** Publishes the next version; `prev` is the record that its author has seen. @throws StalePredecessor, NoSuchDraft */
export async function revisePractice(
  kernel: Kernel,
  actor: Actor,
  { id, prev, body, draft }: { id: string; prev: string; body: PracticeInput } & FromDraft,
): Promise<Act> {
  require(actor, 'practices.revise');
  return await kernel.database.transaction(async (tx) => {
    if (draft !== undefined) await endDraft(tx, actor, { form: PRACTICE_FORM, id: draft });
    await requireLive(tx, kernel.ownLog, SUBJECTS.practice, id);
    return await kernel.records.publish(tx, actor, {
      kind: PRACTICE,
      sub: pathOf(SUBJECTS.practice, id),
      prev,
      body,
    });
  });
}

/** Takes a practice back: it stays provable, and its page says why it is no longer offered. */
export function withdrawPractice(
  kernel: Kernel,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Act> {
  return withdraw(kernel, actor, {
    subject: SUBJECTS.practice,
    permission: 'practices.withdraw',
    id,
    reason,
  });
}
