import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { refreshStatistics } from './statistics.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const fill = (from: number, to: number) =>
  sql`insert into agreement (origin, peer, size, state, at)
    select 'origin.example/log', 'https://peer-' || n || '.example', n, 'agrees', now()
    from generate_series(${from}::int, ${to}::int) n`.execute(database.db);

async function plannedRows(): Promise<number> {
  const { rows } = await sql<{ reltuples: number }>`
    select reltuples from pg_class where oid = 'agreement'::regclass`.execute(database.db);
  return rows[0]?.reltuples ?? -1;
}

test('after a mass load the planner knows the size of the table, and is not asked again until it doubles', async () => {
  await refreshStatistics(database);
  await fill(1, 5000);
  expect(await refreshStatistics(database)).toEqual(['agreement']);
  expect(await plannedRows()).toBe(5000);
  await fill(5001, 7000);
  expect(await refreshStatistics(database)).toEqual([]);
  await fill(7001, 16_000);
  expect(await refreshStatistics(database)).toEqual(['agreement']);
  expect(await plannedRows()).toBe(16_000);
});

test('a table with only a few rows is left alone', async () => {
  await sql`insert into setting (name, value) values ('one', '1')`.execute(database.db);
  expect(await refreshStatistics(database)).toEqual([]);
});

test.runIf(process.env.KOINON_TEST_DATABASE_URL)('of two processes one does it', async () => {
  await fill(16_001, 60_000);
  const [one, other] = await Promise.all([refreshStatistics(database), refreshStatistics(database)]);
  expect([...(one ?? []), ...(other ?? [])]).toEqual(['agreement']);
});
