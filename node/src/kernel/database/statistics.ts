import { sql } from 'kysely';
import { jobsSchema, lockKey } from './names.ts';
import type { OpenDatabase } from './open.ts';
import type { Db, Tx } from './tables.ts';

/** Tables of so few pages are read whole, whatever the planner believes of them. */
const SMALL_PAGES = 8;

/**
 * Has the planner look again at tables that have doubled since it last did. PGlite has nobody else who does it, and the
 * autovacuum of PostgreSQL comes after a minute: until then a node that was just filled plans for empty tables. Only one
 * process at a time; whoever comes second leaves it to the first.
 * @returns the tables that were looked at
 */
export async function refreshStatistics(database: OpenDatabase): Promise<string[]> {
  const refreshed: string[] = [];
  for (const table of await grownTables(database.db, database.schema)) {
    const done = await database.transaction(async (tx) => {
      if (!(await isFirst(tx, database.schema))) return false;
      if (!(await grownTables(tx, database.schema)).includes(table)) return false;
      await sql`analyze ${sql.raw(table)}`.execute(tx);
      await mergePendingPostings(tx, table);
      return true;
    });
    if (!done) break;
    refreshed.push(table);
  }
  return refreshed;
}

/** By pages, which `analyze` notes in the catalogue and the file itself knows: no counter has to be kept or trusted. */
async function grownTables(db: Db, schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in (${schema}, ${jobsSchema(schema)}) and c.relkind = 'r'
      and pg_relation_size(c.oid) / current_setting('block_size')::int
        > 2 * greatest(c.relpages, 0) + ${sql.lit(SMALL_PAGES)}
    order by c.oid`.execute(db);
  return rows.map(({ name }) => name);
}

async function isFirst(tx: Tx, schema: string): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`
    select pg_try_advisory_xact_lock(${lockKey(schema, 'statistics')}::bigint) as first`.execute(tx);
  return rows[0]?.first === true;
}

/** A GIN index keeps new entries in a list that each search reads whole, until a vacuum or this merges them. */
async function mergePendingPostings(tx: Tx, table: string): Promise<void> {
  await sql`select gin_clean_pending_list(i.indexrelid::regclass) from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    where i.indrelid = ${table}::regclass and m.amname = 'gin'`.execute(tx);
}
