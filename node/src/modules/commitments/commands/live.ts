import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { pathOf } from '../address.ts';
import { type CommitmentsTables, commitmentsDb } from '../schema.ts';

export const SUBJECTS = {
  plan: 'commitments_plan',
  commitment: 'commitments_commitment',
  lead: 'commitments_lead',
  report: 'commitments_report',
  assessment: 'commitments_assessment',
  reference: 'commitments_reference',
} as const;
export type Subject = keyof typeof SUBJECTS;
type Body<Thing extends Subject> = CommitmentsTables[(typeof SUBJECTS)[Thing]]['body']['__select__'];

/** The latest body of a subject of ours. @throws NotFound, WithdrawnSubject */
export async function requireLive<Thing extends Subject>(
  tx: Tx,
  log: number,
  thing: Thing,
  id: string,
): Promise<Body<Thing>> {
  const row = await commitmentsDb(tx)
    .selectFrom(SUBJECTS[thing] as 'commitments_plan')
    .select(['state', 'body'])
    .where('log', '=', log)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound(thing);
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  return row.body as Body<Thing>;
}

const PERMISSIONS = {
  plan: 'commitments.publish',
  commitment: 'commitments.publish',
  lead: 'commitments.publish',
  report: 'commitments.report',
  assessment: 'commitments.assess',
  reference: 'commitments.import',
} as const satisfies Record<Subject, string>;

/** Takes something back: it stays provable, and its page says why it no longer holds. */
export async function withdrawSubject(
  kernel: Kernel,
  actor: Actor,
  { thing, id, reason }: { thing: Subject; id: string; reason: string },
): Promise<Act> {
  require(actor, PERMISSIONS[thing]);
  return await kernel.database.transaction(async (tx) => {
    await requireLive(tx, kernel.ownLog, thing, id);
    return await kernel.records.withdraw(tx, actor, pathOf(thing, id), reason);
  });
}
