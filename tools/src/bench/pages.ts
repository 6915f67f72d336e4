import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestNode } from '../../../e2e/support/node.ts';
import { startScript } from '../../../e2e/support/process.ts';
import { until } from '../../../e2e/support/until.ts';
import { load } from './load.ts';
import type { Storage } from './storage.ts';
import type { Figure } from './table.ts';

const CONCURRENCY = 8;
const SECONDS = 6;
const WARM_SECONDS = 1;

export interface MeasuredPage {
  what: string;
  /** Several addresses are asked in turn. */
  paths: readonly string[];
  goal?: number;
}

/**
 * How long pages take, eight readers at a time, after a second of the same load; each beside its own bytes from a server
 * that does nothing else.
 */
export async function pageTimes(
  node: TestNode,
  storage: Storage,
  pages: readonly MeasuredPage[],
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, paths, goal } of pages) {
    const path = (n: number) => paths[n % paths.length] ?? '/';
    await load(node.url, path, { concurrency: CONCURRENCY, seconds: WARM_SECONDS });
    const { p95, failed } = await load(node.url, path, { concurrency: CONCURRENCY, seconds: SECONDS });
    if (failed > 0) console.error(`${failed} requests for ${what} were not answered with 200`);
    const peer = { name: 'the same bytes, bare node:http', value: await bareP95(node, storage, path(0)) };
    figures.push({
      what: `${what}, p95`,
      on: storage.name,
      value: p95,
      unit: 'ms',
      peer,
      ...(goal === undefined ? {} : { goal }),
    });
  }
  return figures;
}

async function bareP95(node: TestNode, storage: Storage, path: string): Promise<number> {
  const file = join(storage.folder, 'page');
  writeFileSync(file, new Uint8Array(await (await fetch(node.url + path)).arrayBuffer()));
  const server = startScript('tools/src/bench/static-server.ts', [file]);
  const port = await until('the peer listens', async () => Number(server.output()));
  const { p95 } = await load(`http://127.0.0.1:${port}`, () => '/', { concurrency: CONCURRENCY, seconds: 2 });
  await server.end();
  return p95;
}

/** What autovacuum does within a minute of such a load: until then PostgreSQL plans for empty tables. */
export async function analyze({ databaseUrl }: Storage): Promise<void> {
  if (databaseUrl === undefined) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('analyze');
  await client.end();
}
