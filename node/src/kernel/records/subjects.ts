import { sql } from 'kysely';
import type { Db, Tx } from '../database/tables.ts';
import type { RecordContext, SignedRecord } from './record.ts';

export interface Subject {
  kind: string;
  latest: string;
}

/**
 * Makes a record the latest of its subject if its `prev` names the one that is: a single compare-and-set, so that of
 * two acts at once one is refused.
 * @returns false where `prev` is stale
 */
export async function advanceSubject(tx: Tx, record: SignedRecord, context: RecordContext): Promise<boolean> {
  const { log, at } = context;
  const { sub, kind, jti, prev } = record;
  // A record that was applied before (projection is repeatable) passes again and changes nothing.
  const result = prev
    ? await sql`update subject set latest = ${jti}, kind = ${kind}, updated_at = ${at},
        state = 'live', reason = null, state_jti = null, state_at = null
      where log = ${log} and sub = ${sub} and latest in (${prev}, ${jti})`.execute(tx)
    : await sql`insert into subject (log, sub, kind, latest, updated_at) values (${log}, ${sub}, ${kind}, ${jti}, ${at})
      on conflict (log, sub) do update set updated_at = excluded.updated_at where subject.latest = excluded.latest`.execute(
        tx,
      );
  return result.numAffectedRows === 1n;
}

/** Makes a record the latest of its subject, whatever was. */
export async function placeSubject(tx: Tx, record: SignedRecord, { log, at }: RecordContext): Promise<void> {
  const latest = { latest: record.jti, kind: record.kind, updated_at: at };
  await tx
    .insertInto('subject')
    .values({ log, sub: record.sub, reason: null, state_jti: null, state_at: null, ...latest })
    .onConflict((conflict) => conflict.columns(['log', 'sub']).doUpdateSet({ ...latest, state: 'live' }))
    .execute();
}

/** As `advanceSubject`, but the subject keeps its kind and becomes withdrawn. */
export async function withdrawSubject(
  tx: Tx,
  record: SignedRecord,
  context: RecordContext,
  reason: string,
): Promise<Subject | null> {
  if (record.prev === null) return null;
  const row = await tx
    .updateTable('subject')
    .set({
      latest: record.jti,
      state: 'withdrawn',
      reason,
      state_jti: record.jti,
      state_at: new Date(record.iat * 1000),
      updated_at: context.at,
    })
    .where('log', '=', context.log)
    .where('sub', '=', record.sub)
    .where('latest', 'in', [record.prev, record.jti])
    .returning(['kind', 'latest'])
    .executeTakeFirst();
  return row ?? null;
}

export async function readSubject(
  db: Db,
  log: number,
  sub: string,
): Promise<(Subject & { state: 'live' | 'withdrawn' | 'erased' }) | null> {
  const row = await db
    .selectFrom('subject')
    .select(['kind', 'latest', 'state'])
    .where('log', '=', log)
    .where('sub', '=', sub)
    .executeTakeFirst();
  return row ?? null;
}
