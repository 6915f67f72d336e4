import { randomBytes } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { type Migrations, migrate } from '../kernel/database/migrate.ts';
import { kernelMigrations } from '../kernel/database/migrations/index.ts';
import type { OpenDatabase } from '../kernel/database/open.ts';
import { createPGlite, wrapPGlite } from '../kernel/database/open-pglite.ts';
import { openPostgres } from '../kernel/database/open-postgres.ts';
import { pgliteTemplate } from '../kernel/database/pglite-template.ts';

export interface TestDatabaseOptions {
  migrations?: Migrations;
  schema?: string;
}

export type TestDatabase = OpenDatabase & {
  /** Everything in it disappears with `close`. */
  close(): Promise<void>;
};

/** URL of a PostgreSQL server on which tests may make databases; undefined: they run on PGlite. */
export const testServerUrl: string | undefined = process.env.KOINON_TEST_DATABASE_URL || undefined;

/**
 * A fresh, migrated database: PGlite in memory, or a database of its own on the server that `KOINON_TEST_DATABASE_URL`
 * names. Close it in `afterAll`.
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const schema = options.schema ?? 'koinon';
  const database = testServerUrl ? await onServer(testServerUrl, schema) : await inMemory(schema);
  await migrate(database.db, schema, options.migrations ?? kernelMigrations);
  return database;
}

async function inMemory(schema: string): Promise<TestDatabase> {
  const pglite: PGlite = await createPGlite({ loadDataDir: await (await pgliteTemplate()).archive() });
  return await wrapPGlite(pglite, schema, () => pglite.close());
}

async function onServer(url: string, schema: string): Promise<TestDatabase> {
  const fresh = await freshServerDatabase(url);
  const database = await openPostgres(fresh.url, schema);
  const { close } = database;
  return {
    ...database,
    close: async () => {
      await close();
      await fresh.drop();
    },
  };
}

/** A new database on a server; `drop` removes it with whatever is still connected. */
export async function freshServerDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `koinon_test_${randomBytes(6).toString('hex')}`;
  await onServerItself(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => onServerItself(url, `drop database if exists ${name} with (force)`) };
}

async function onServerItself(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
