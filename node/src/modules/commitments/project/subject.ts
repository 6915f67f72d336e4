import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/tables.ts';
import { RefusedRecord } from '../../../kernel/records/error.ts';
import type { RecordContext, SignedRecord } from '../../../kernel/records/record.ts';
import { idOf, type Thing } from '../address.ts';
import { commitmentsDb } from '../schema.ts';

const TABLES = {
  plan: 'commitments_plan',
  commitment: 'commitments_commitment',
  lead: 'commitments_lead',
  report: 'commitments_report',
  assessment: 'commitments_assessment',
  reference: 'commitments_reference',
} as const satisfies Record<Thing, string>;

/** The id of the record's subject. @throws RefusedRecord `bad-subject` where it is no such thing */
export function requireId(thing: Thing, sub: string): string {
  const id = idOf(thing, sub);
  if (id === null) throw new RefusedRecord('bad-subject');
  return id;
}

/**
 * Keeps a record as the latest version of its subject, with the columns that its kind adds; `onRevision` says what of them
 * depends on the row that was there. A record counts as a version once, however often it is projected.
 */
export async function saveVersion(
  tx: Tx,
  thing: Thing,
  record: SignedRecord,
  { log }: RecordContext,
  columns: Readonly<Record<string, unknown>>,
  onRevision: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const table = TABLES[thing];
  const signedAt = new Date(record.iat * 1000);
  const latest = {
    jti: record.jti,
    sub: record.sub,
    state: 'live',
    updated_at: signedAt,
    body: JSON.stringify(record.body),
    ...columns,
  };
  const version = sql.ref<number>(`${table}.version`);
  const next = sql`case when ${sql.ref(`${table}.jti`)} = ${record.jti} then ${version} else ${version} + 1 end`;
  const row = { log, id: requireId(thing, record.sub), version: 1, published_at: signedAt, ...latest };
  // The columns of six tables differ; each kind's projection is what knows its own.
  await commitmentsDb(tx)
    .insertInto(table as 'commitments_plan')
    .values(row as never)
    .onConflict((conflict) =>
      conflict.columns(['log', 'id']).doUpdateSet({ ...latest, ...onRevision, version: next } as never),
    )
    .execute();
}

/** Hides a subject that was withdrawn, and empties one that was erased. */
export async function retract(
  tx: Tx,
  thing: Thing,
  sub: string,
  { log }: RecordContext,
  how: 'withdrawn' | 'erased',
  emptied: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const id = idOf(thing, sub);
  if (id === null) return;
  await commitmentsDb(tx)
    .updateTable(TABLES[thing] as 'commitments_plan')
    .set({ state: how, ...(how === 'erased' && { body: '{}', ...emptied }) } as never)
    .where('log', '=', log)
    .where('id', '=', id)
    .execute();
}
