import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { NewerSchema } from './error.ts';
import { lockKey } from './names.ts';
import type { Db } from './tables.ts';

/** Names in the order of application. Each module's names begin with the module's name, the kernel's with a number. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Brings the schema up to date, forward only, in one transaction under a lock, so that several processes can start
 * at once.
 * @returns names of what was applied now
 * @throws NewerSchema where the database knows migrations that this process does not
 */
export async function migrate(db: Db, schema: string, migrations: Migrations): Promise<string[]> {
  if (await isCurrent(db, schema, migrations)) return [];
  return await db.transaction().execute(async (tx) => {
    // The extension and its lock are shared by all schemas of a database.
    await sql`select pg_advisory_xact_lock(${lockKey('', 'migrate')}::bigint)`.execute(tx);
    await sql`create extension if not exists pg_trgm with schema public`.execute(tx);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(tx);
    await sql`create table if not exists migration (
      name text primary key, applied_at timestamptz not null default now())`.execute(tx);
    const applied = await appliedNames(tx);
    refuseNewer(applied, migrations);
    const missing = Object.keys(migrations).filter((name) => !applied.has(name));
    for (const name of missing) {
      await migrations[name]?.up(tx as unknown as Kysely<unknown>);
      await sql`insert into migration (name) values (${name})`.execute(tx);
    }
    return missing;
  });
}

/** The usual start: one look, no lock. */
async function isCurrent(db: Db, schema: string, migrations: Migrations): Promise<boolean> {
  const table = await sql<{ there: boolean }>`
    select to_regclass(${`"${schema}".migration`}) is not null as there`.execute(db);
  if (!table.rows[0]?.there) return false;
  const applied = await appliedNames(db);
  refuseNewer(applied, migrations);
  return Object.keys(migrations).every((name) => applied.has(name));
}

export async function appliedNames(db: Db): Promise<Set<string>> {
  const rows = await sql<{ name: string }>`select name from migration order by name`.execute(db);
  return new Set(rows.rows.map((row) => row.name));
}

function refuseNewer(applied: ReadonlySet<string>, migrations: Migrations): void {
  const unknown = [...applied].filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new NewerSchema(unknown);
}
