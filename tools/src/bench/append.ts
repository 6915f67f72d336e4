import { sql } from 'kysely';
import type { Kernel } from '../../../node/src/kernel/kernel.ts';
import { appendMany, drafts, PER_TRANSACTION, startAlone } from './alone.ts';
import { quantile } from './load.ts';
import { type Storage, storages } from './storage.ts';
import type { Figure } from './table.ts';

const RECORDS = 256 * 60;
const SINGLE = 200;
const GOALS = { PGlite: 5_000, PostgreSQL: 10_000 };

/** From `append` to a signed checkpoint that covers the records, beside plain inserts of the same rows. */
export async function appends(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const make of storages()) {
    const storage = await make();
    const node = await startAlone(storage, 'append', {});
    await appendMany(node.kernel, 10);
    figures.push(...(await compare(node.kernel, storage.name)));
    await node.stop();
    await storage.drop();
  }
  return figures;
}

async function compare(kernel: Kernel, on: Storage['name']): Promise<Figure[]> {
  const rate = await appendMany(kernel, RECORDS / PER_TRANSACTION);
  const rows = await kernel.db
    .selectFrom('entry')
    .select('body')
    .orderBy('index', 'desc')
    .limit(RECORDS)
    .execute();
  const plain = await insertMany(
    kernel,
    rows.map(({ body }) => body),
  );
  const single = await singleActs(kernel);
  const commit = await singleCommits(kernel, rows[0]?.body ?? '');
  return [
    {
      what: 'append, 256 a transaction, to signed checkpoint',
      on,
      value: rate,
      unit: '/s',
      peer: { name: 'INSERT of the same rows', value: plain },
      goal: GOALS[on],
    },
    {
      what: 'one act alone, p50',
      on,
      value: single,
      unit: 'ms',
      peer: { name: 'one INSERT and commit', value: commit },
    },
  ];
}

async function insertMany(kernel: Kernel, bodies: string[]): Promise<number> {
  await sql`create table if not exists bench_plain (id bigserial primary key, body text not null)`.execute(
    kernel.db,
  );
  const start = performance.now();
  for (let n = 0; n < bodies.length; n += PER_TRANSACTION) {
    const batch = bodies.slice(n, n + PER_TRANSACTION);
    await kernel.database.transaction((tx) =>
      sql`insert into bench_plain (body) select unnest(${batch}::text[])`.execute(tx),
    );
  }
  return bodies.length / ((performance.now() - start) / 1000);
}

/** Median time of a transaction with one act, in milliseconds, to its commit. */
async function singleActs(kernel: Kernel): Promise<number> {
  return median(SINGLE, () => kernel.database.transaction((tx) => kernel.records.append(tx, drafts(1))));
}

async function singleCommits(kernel: Kernel, body: string): Promise<number> {
  return median(SINGLE, () =>
    kernel.database.transaction((tx) => sql`insert into bench_plain (body) values (${body})`.execute(tx)),
  );
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return quantile(
    took.sort((a, b) => a - b),
    0.5,
  );
}
