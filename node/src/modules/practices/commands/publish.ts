import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { practicePath } from '../address.ts';
import { PRACTICE } from '../kinds.ts';
import type { PracticeInput } from '../practice.ts';
import { requireLive } from './require-live.ts';

/** Publishes a new practice. A form chooses the `id` beforehand, so that sending it twice publishes once. */
export async function publishPractice(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), body }: { id?: string; body: PracticeInput },
): Promise<Act> {
  require(actor, 'practices.publish');
  return await kernel.database.transaction((tx) =>
    kernel.records.publish(tx, actor, { kind: PRACTICE, sub: practicePath(id), body }),
  );
}

/** Publishes the next version; `prev` is the record that its author has seen. @throws StalePredecessor */
export async function revisePractice(
  kernel: Kernel,
  actor: Actor,
  { id, prev, body }: { id: string; prev: string; body: PracticeInput },
): Promise<Act> {
  require(actor, 'practices.revise');
  return await kernel.database.transaction(async (tx) => {
    await requireLive(tx, kernel.ownLog, 'practices_practice', id);
    return await kernel.records.publish(tx, actor, { kind: PRACTICE, sub: practicePath(id), prev, body });
  });
}

/** Takes a practice back: it stays provable, and its page says why it is no longer offered. */
export async function withdrawPractice(
  kernel: Kernel,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Act> {
  require(actor, 'practices.withdraw');
  return await kernel.database.transaction(async (tx) => {
    await requireLive(tx, kernel.ownLog, 'practices_practice', id);
    return await kernel.records.withdraw(tx, actor, practicePath(id), reason);
  });
}
