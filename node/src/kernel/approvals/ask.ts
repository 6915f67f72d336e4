import { v7 as uuidv7 } from 'uuid';
import { type Actor, actorId } from '../identity/actor.ts';
import { audit } from '../identity/audit.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import { type DangerousActName, dangerousAct } from './acts.ts';

const DAY_MS = 24 * 3_600_000;
export const APPROVAL_DAYS = 7;

/** Either it was done, or it waits for a second person under this id. */
export type Asked = { done: true; result: unknown } | { done: false; waits: string };

/**
 * Does a dangerous act, or has it wait for a second person where the node asks for one.
 * @throws NotPermitted, and what the act throws
 */
export async function askFor(
  kernel: Kernel,
  actor: Actor,
  { act, params, reason }: { act: DangerousActName; params: Record<string, unknown>; reason: string },
): Promise<Asked> {
  const { permission, params: schema, subject, run } = dangerousAct(act);
  require(actor, permission);
  const checked = schema.parse(params);
  if (!kernel.config.fourEyes) {
    const result = await run(kernel, actor, checked, reason);
    await kernel.database.transaction((tx) => audit(tx, kernel, actor, { act, subject: subject(checked) }));
    return { done: true, result };
  }
  const id = uuidv7();
  const now = kernel.clock.now();
  await kernel.database.transaction(async (tx) => {
    await tx
      .insertInto('approval')
      .values({
        id,
        act,
        params: JSON.stringify(checked),
        subject: subject(checked),
        reason,
        asked_by: actorId(actor),
        asked_at: now,
        expires_at: new Date(now.getTime() + APPROVAL_DAYS * DAY_MS),
      })
      .execute();
    await audit(tx, kernel, actor, {
      act: `${act}.ask`,
      subject: subject(checked),
      detail: { approval: id },
    });
  });
  return { done: false, waits: id };
}
