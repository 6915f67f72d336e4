import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import { RefusedRecord } from '../records/error.ts';
import type { RecordContext, SignedRecord } from '../records/record.ts';
import { type ANY, subjectsDb } from './columns.ts';
import { idOf, type Subject } from './subject.ts';

/** The id of the record's subject. @throws RefusedRecord `bad-subject` where it is no such thing */
export function requireId(subject: Subject, sub: string): string {
  const id = idOf(subject, sub);
  if (id === null) throw new RefusedRecord('bad-subject');
  return id;
}

/**
 * Keeps a record as the latest version of its subject, with the columns that its kind adds; `onRevision` says what of them
 * depends on the row that was there. A record counts as a version once, however often it is projected.
 */
export async function saveVersion<Body>(
  tx: Tx,
  subject: Subject<Body>,
  record: SignedRecord<Body>,
  { log }: RecordContext,
  columns: Readonly<Record<string, unknown>> = {},
  onRevision: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { table } = subject;
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
  const row = { log, id: requireId(subject, record.sub), version: 1, published_at: signedAt, ...latest };
  // The columns beyond the common ones differ; each kind's projection is what knows its own.
  await subjectsDb(tx)
    .insertInto(table as typeof ANY)
    .values(row as never)
    .onConflict((conflict) =>
      conflict.columns(['log', 'id']).doUpdateSet({ ...latest, ...onRevision, version: next } as never),
    )
    .execute();
}

/** Hides a subject that was withdrawn, and empties one that was erased: `emptied` names the columns its kind adds. */
export async function retract(
  tx: Tx,
  subject: Subject,
  sub: string,
  { log }: RecordContext,
  how: 'withdrawn' | 'erased',
  emptied: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const id = idOf(subject, sub);
  if (id === null) return;
  await subjectsDb(tx)
    .updateTable(subject.table as typeof ANY)
    .set({ state: how, ...(how === 'erased' && { body: '{}', ...emptied }) } as never)
    .where('log', '=', log)
    .where('id', '=', id)
    .execute();
}
