import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allMigrations } from './kernel/make-kernel.ts';
import { kernelTables } from './kernel/personal-data/index.ts';
import { modules } from './main.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

/** Of the migrations and of the jobs; neither holds anything of a person. */
const PLUMBING = ['migration', 'job_outbox'];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrations: allMigrations(modules) });
});
afterAll(() => database.close());

test('every table says what becomes of it when a person asks for their data, or to be erased', async () => {
  const { rows } = await sql<{ name: string }>`select tablename::text as name from pg_tables
    where schemaname = ${database.schema}`.execute(database.db);
  const declared = new Set([
    ...PLUMBING,
    ...Object.keys(kernelTables),
    ...modules.flatMap((module) => Object.keys(module.tables ?? {})),
  ]);
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.map(({ name }) => name).filter((name) => !declared.has(name))).toEqual([]);
});
