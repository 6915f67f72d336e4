import type { Clock } from '../clock.ts';
import type { Tx } from '../database/tables.ts';
import { type Actor, actorId } from './actor.ts';

/** An act of staff as it is kept. Never a secret, never what a person wrote. */
export interface StaffAct {
  /** `<area>.<verb>`, such as `role.grant`. */
  act: string;
  /** What it was done to: a path, an address or an id. */
  subject: string;
  detail?: Record<string, string | number | boolean | null | readonly string[]>;
}

/** Notes who did what to what, in the transaction that does it. */
export async function audit(
  tx: Tx,
  { clock }: { clock: Clock },
  actor: Actor,
  { act, subject, detail = {} }: StaffAct,
): Promise<void> {
  const actingFor = actor.type === 'person' ? (actor.actingFor ?? null) : null;
  await tx
    .insertInto('audit')
    .values({
      at: clock.now(),
      actor: actorId(actor),
      acting_for: actingFor,
      act,
      subject,
      detail: JSON.stringify(detail),
    })
    .execute();
}

/** Whether somebody acts for the node rather than for themselves. */
export function actsAsStaff(actor: Actor): boolean {
  if (actor.type === 'staff') return true;
  if (actor.type === 'system') return actor.reason === 'operator';
  if (actor.type !== 'person') return false;
  return actor.permissions.length > 0 || Object.keys(actor.permissionsAt ?? {}).length > 0;
}
