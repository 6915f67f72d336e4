import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import pg from 'pg';
import { TestNode } from '../../../e2e/support/node.ts';
import { freePorts } from '../../../e2e/support/ports.ts';
import { until } from '../../../e2e/support/until.ts';
import type { Kernel } from '../../../node/src/kernel/kernel.ts';
import { appendMany, PER_TRANSACTION, startAlone } from './alone.ts';
import { startedNode } from './started-node.ts';
import { bestStorage } from './storage.ts';
import type { Figure } from './table.ts';

const RECORDS = PER_TRANSACTION * 80;
const KNOWN = `select 1 from measured.log where role = 'partner'`;

/** How fast a new partner fetches, hashes, checks and stores a log of 20,000 records, and then projects it. */
export async function following(): Promise<Figure[]> {
  if (!process.env.KOINON_TEST_DATABASE_URL) {
    console.error('following is measured on PostgreSQL only: KOINON_TEST_DATABASE_URL names none');
    return [];
  }
  const [source, storage] = await Promise.all([bestStorage(), bestStorage()]);
  const author = new TestNode({ ...source, name: 'author', port: await freePorts(1) });
  const pureRate = await fill(author, source);
  await author.start();
  const follower = await startedNode(storage);
  const watch = new pg.Client({ connectionString: storage.databaseUrl });
  await watch.connect();
  const reached = async (column: 'size' | 'projected') => {
    const { rows } = await watch.query(`select ${column} as at from measured.log where role = 'partner'`);
    return Number(rows[0]?.at ?? 0) >= RECORDS;
  };
  const adding = follower.command('partner', 'add', author.url);
  // The command's own start is not what is measured.
  await until('the partner is known', async () => (await watch.query(KNOWN)).rows.length > 0, 20_000, 5);
  const start = performance.now();
  const { code, stdout, stderr } = await adding;
  if (code !== 0) throw new Error(stdout + stderr);
  await until('all is stored', () => reached('size'), 120_000, 20);
  const stored = (performance.now() - start) / 1000;
  await until('all is projected', () => reached('projected'), 240_000, 20);
  const projected = (performance.now() - start) / 1000;
  await watch.end();
  await Promise.all([author.stop(), follower.stop()]);
  await Promise.all([source.drop(), storage.drop()]);
  const peer = { name: 'signature checks alone', value: pureRate };
  return [
    {
      what: 'follow: fetch, hash, check, store',
      on: storage.name,
      value: RECORDS / stored,
      unit: '/s',
      peer,
      goal: 4_000,
    },
    { what: 'the same until projected', on: storage.name, value: RECORDS / projected, unit: '/s' },
  ];
}

/** Fills the log of a node that does not run; answers how many of its signatures one thread checks in a second. */
async function fill(author: TestNode, storage: Parameters<typeof startAlone>[0]): Promise<number> {
  const { kernel, stop } = await startAlone(storage, 'author', author.environment);
  await appendMany(kernel, RECORDS / PER_TRANSACTION);
  const rate = await signatureChecks(kernel);
  await stop();
  return rate;
}

async function signatureChecks(kernel: Kernel): Promise<number> {
  const rows = await kernel.db
    .selectFrom('entry')
    .select('body')
    .orderBy('index', 'desc')
    .limit(4_000)
    .execute();
  const { jwk } = await kernel.db.selectFrom('record_key').select('jwk').limit(1).executeTakeFirstOrThrow();
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  const start = performance.now();
  for (const { body } of rows) {
    const end = body.lastIndexOf('.');
    const signature = Buffer.from(body.slice(end + 1), 'base64url');
    if (!verify(null, Buffer.from(body.slice(0, end)), key, signature))
      throw new Error('a signature does not hold');
  }
  return rows.length / ((performance.now() - start) / 1000);
}
