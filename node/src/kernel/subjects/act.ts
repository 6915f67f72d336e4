import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import { WithdrawnSubject } from '../records/error.ts';
import type { Act } from '../records/record.ts';
import { NotFound } from '../web/error.ts';
import { type ANY, subjectsDb } from './columns.ts';
import { pathOf, type Subject } from './subject.ts';

/** The latest body of a live subject of a log. @throws NotFound, WithdrawnSubject */
export async function requireLive<Body>(
  tx: Tx,
  log: number,
  subject: Subject<Body>,
  id: string,
): Promise<Body> {
  const row = await subjectsDb(tx)
    .selectFrom(subject.table as typeof ANY)
    .select(['state', 'body'])
    .where('log', '=', log)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound(subject.name);
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  return row.body as Body;
}

export interface Withdrawal {
  subject: Subject;
  permission: string;
  id: string;
  reason: string;
}

/** Takes something of ours back: it stays provable, and its page says why it no longer holds. @throws NotFound, WithdrawnSubject */
export async function withdraw(
  kernel: Kernel,
  actor: Actor,
  { subject, permission, id, reason }: Withdrawal,
): Promise<Act> {
  require(actor, permission);
  return await kernel.database.transaction(async (tx) => {
    await requireLive(tx, kernel.ownLog, subject, id);
    return await kernel.records.withdraw(tx, actor, pathOf(subject, id), reason);
  });
}
