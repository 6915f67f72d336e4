import { sql } from 'kysely';
import type { Db, Tx } from '../../../kernel/database/tables.ts';
import { type BodyOf, type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';

export type RowOf<Of extends Thing> = SubjectRow<BodyOf<(typeof SUBJECTS)[Of]>>;

/** Nothing an alliance does in its life comes near this; who writes more is not read further. */
const MOST = 10_000;

/** What is said of an alliance under any of its names, oldest first; what was withdrawn too, what was erased not. */
export async function rowsOf<Of extends Thing>(
  db: Db | Tx,
  thing: Of,
  ids: readonly string[],
): Promise<RowOf<Of>[]> {
  const rows = await select(db, thing, ids).execute();
  return rows.map((row) => subjectRow(row));
}

/** The same with the digest by which others name each. */
export async function namedRowsOf<Of extends 'charter' | 'declaration' | 'handOver'>(
  db: Db | Tx,
  thing: Of,
  ids: readonly string[],
): Promise<Array<RowOf<Of> & { digest: string }>> {
  const rows = await select(db, thing, ids).select(sql<string>`t.digest`.as('digest')).execute();
  return rows.map((row) => ({ ...subjectRow<BodyOf<(typeof SUBJECTS)[Of]>>(row), digest: row.digest }));
}

function select(db: Db | Tx, thing: Thing, ids: readonly string[]) {
  return subjectRows({ db }, SUBJECTS[thing])
    .where(sql<boolean>`t.alliance = any(${sql.val(ids)}::text[])`)
    .where('t.state', '!=', 'erased')
    .orderBy('t.published_at')
    .orderBy('t.log')
    .orderBy('t.id')
    .limit(MOST);
}
