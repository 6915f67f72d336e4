import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import type { Problem } from './problem.ts';
import { comparableTables, derivedTables, projectLogs } from './rebuild.ts';

/** When this node came to know of something: no log says it. */
const OWN_TIME = 'updated_at';
/** Rows that are named for each table; all are counted. */
const NAMED = 100;

export interface TableState {
  name: string;
  rows: number;
  /** Rows that are not as the records make them, those that are missing or too many among them. */
  differing: number;
}

type RowProblem = Problem & { code: 'row-missing' | 'row-added' | 'row-changed' };

/**
 * Makes every public table a second time, as temporary tables that hide the real ones from this transaction alone, and
 * compares them. Readers and writers go on meanwhile; all of it sees the database as it was at one moment.
 */
export async function compareTables(
  kernel: Kernel,
  onProgress?: (log: string, done: number, of: number) => void,
): Promise<{ tables: TableState[]; problems: Problem[] }> {
  const undo = new Undo<{ tables: TableState[]; problems: Problem[] }>();
  try {
    await kernel.database.transaction(async (tx) => {
      for (const name of derivedTables(kernel)) await hideTable(tx, kernel.database.schema, name);
      const problems: Problem[] = [];
      await projectLogs(tx, kernel, {
        onProgress,
        onFlags: async (log, flags) => {
          problems.push(...(await compareFlags(tx, log, flags)));
        },
      });
      const tables: TableState[] = [];
      for (const name of comparableTables(kernel)) {
        const found = await compareTable(tx, kernel, name);
        tables.push(found.state);
        problems.push(...found.problems);
      }
      undo.result = { tables, problems };
      throw undo;
    }, 'repeatable read');
  } catch (error) {
    if (error !== undo || undo.result === undefined) throw error;
  }
  return undo.result as { tables: TableState[]; problems: Problem[] };
}

/** Thrown so that nothing of the second making stays. */
class Undo<Result> extends Error {
  result: Result | undefined;
}

/** `pg_temp` goes before every schema of the search path. */
async function hideTable(tx: Tx, schema: string, name: string): Promise<void> {
  await sql`create temporary table ${sql.table(name)} (like ${sql.table(`${schema}.${name}`)} including all)
    on commit drop`.execute(tx);
}

async function compareFlags(
  tx: Tx,
  log: { id: number; origin: string },
  flags: readonly { index: number; flag: string | null }[],
): Promise<Problem[]> {
  const { rows } = await sql<{ index: number; stored: string | null; found: string | null }>`
    select e.index, e.flag as stored, t.flag as found
    from unnest(${sql.val(flags.map((f) => f.index))}::bigint[], ${sql.val(flags.map((f) => f.flag))}::text[])
      as t (index, flag) join entry e on e.log = ${log.id} and e.index = t.index
    where e.flag is distinct from t.flag order by e.index`.execute(tx);
  return rows.map(({ index, stored, found }) => ({
    log: log.origin,
    code: 'flag',
    index,
    detail: `the record is kept as ${stored ?? 'sound'}, but its checks say ${found ?? 'sound'}`,
  }));
}

async function compareTable(
  tx: Tx,
  kernel: Kernel,
  name: string,
): Promise<{ state: TableState; problems: RowProblem[] }> {
  const real = sql.table(`${kernel.database.schema}.${name}`);
  const made = sql.table(`pg_temp.${name}`);
  const columns = await columnsOf(tx, kernel.database.schema, name);
  const key = columns.filter((column) => column.key).map((column) => column.name);
  const same = sql.join(
    key.map((column) => sql`r.${sql.ref(column)} = m.${sql.ref(column)}`),
    sql` and `,
  );
  const rest = columns
    .filter((column) => !column.key && column.name !== OWN_TIME)
    .map((column) => column.name);
  const differing = sql`array_remove(array[${list(
    rest.map(
      (column) =>
        sql`case when r.${sql.ref(column)} is distinct from m.${sql.ref(column)} then ${sql.lit(column)} end`,
    ),
  )}]::text[], null)`;
  const { rows } = await sql<{
    log: number;
    key: string;
    code: RowProblem['code'];
    columns: string[] | null;
  }>`
    select log, key, code, columns from (
      select coalesce(r.log, m.log) as log,
        concat_ws(', ', ${list(key.map((column) => sql`coalesce(r.${sql.ref(column)}, m.${sql.ref(column)})`))}) as key,
        case when r.log is null then 'row-missing' when m.log is null then 'row-added' else 'row-changed' end as code,
        case when r.log is null or m.log is null then null else ${differing} end as columns
      from ${real} r full join ${made} m on ${same}
    ) compared where columns is null or columns <> '{}' order by key`.execute(tx);
  const counted = await sql<{ rows: number }>`select count(*)::int as rows from ${real}`.execute(tx);
  const origins = new Map(
    (await tx.selectFrom('log').select(['id', 'origin']).execute()).map(({ id, origin }) => [id, origin]),
  );
  return {
    state: { name, rows: counted.rows[0]?.rows ?? 0, differing: rows.length },
    problems: rows.slice(0, NAMED).map(({ log, key, code, columns }) => ({
      log: origins.get(log) ?? `log ${log}`,
      code,
      index: null,
      detail: `${name} (${key}) ${sentence(code, columns)}`,
    })),
  };
}

function sentence(code: RowProblem['code'], columns: readonly string[] | null): string {
  if (code === 'row-missing') return 'is missing, though records make it';
  if (code === 'row-added') return 'is there, though no record makes it';
  return `differs from the records in ${columns?.join(', ')}`;
}

function list(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length === 0 ? sql`null` : sql.join(parts);
}

async function columnsOf(tx: Tx, schema: string, name: string): Promise<{ name: string; key: boolean }[]> {
  const { rows } = await sql<{ name: string; key: boolean }>`
    select a.attname as name, coalesce(a.attnum = any(i.indkey), false) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where n.nspname = ${schema} and c.relname = ${name} order by a.attnum`.execute(tx);
  return rows;
}
