import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { practice, publish } from '../../../e2e/support/api.ts';
import type { TestNode } from '../../../e2e/support/node.ts';
import { startScript } from '../../../e2e/support/process.ts';
import { until } from '../../../e2e/support/until.ts';
import { load } from './load.ts';
import { analyze } from './pages.ts';
import { startedNode } from './started-node.ts';
import { bestStorage, type Storage } from './storage.ts';
import type { Figure } from './table.ts';

const PRACTICES = 10_000;
const SECONDS = 6;
/** Each with a token of its own, which may write 1,200 times a minute. */
const WRITERS = 9;

/** Reads over HTTP from a node that holds 10,000 practices: tiles, and the page that lists them. */
export async function reads(): Promise<Figure[]> {
  const storage = await bestStorage();
  const node = await startedNode(storage);
  const writing = performance.now();
  await fill(node);
  const written = PRACTICES / ((performance.now() - writing) / 1000);
  await until('all is in the log', async () => (await logSize(node.url)) >= PRACTICES, 120_000, 500);
  await analyze(storage);

  const tiles = await load(node.url, (n) => `/log/tile/0/${String(n % 39).padStart(3, '0')}`, {
    concurrency: 8,
    seconds: SECONDS,
  });
  const peer = await staticPeer(node, storage);
  const page = await load(node.url, (n) => `/practices?lang=en&q=${n % 2 === 0 ? 'bus' : ''}`, {
    concurrency: 8,
    seconds: SECONDS,
  });
  const list = await load(node.url, () => '/practices?lang=en', { concurrency: 8, seconds: SECONDS });
  const on = storage.name;
  const figures: Figure[] = [
    { what: 'acts over the API, 9 at a time', on, value: written, unit: '/s' },
    {
      what: 'tile reads',
      on,
      value: tiles.rate,
      unit: '/s',
      peer: { name: 'static file, bare node:http', value: peer },
      goal: 5_000,
    },
    { what: 'list of 10,000 practices, p50', on, value: list.p50, unit: 'ms' },
    { what: 'list of 10,000 practices, p95', on, value: list.p95, unit: 'ms', goal: 50 },
    { what: 'the same with a search, p95', on, value: page.p95, unit: 'ms' },
    {
      what: 'first visit of that page',
      on,
      value: (await firstVisit(`${node.url}/practices`)) / 1000,
      unit: 'kB',
      goal: 60,
    },
  ];
  const failures = tiles.failed + page.failed + list.failed;
  if (failures > 0)
    console.error(
      `${failures} requests were not answered with 200: the figures of reads are not to be trusted`,
    );
  await node.stop();
  await storage.drop();
  return figures;
}

async function fill(node: TestNode): Promise<void> {
  const topics = [
    'Night buses',
    'Repair cafés',
    'One visit when a child is born',
    'Open budgets',
    'Quiet courts',
  ];
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const as = { url: node.url, adminToken: await token(node, `writer ${writer}`) };
      for (let n = writer; n < PRACTICES; n += WRITERS) {
        await publish(as, practice(`${topics[n % topics.length]}, district ${n}`));
      }
    }),
  );
}

async function token(node: TestNode, name: string): Promise<string> {
  const { code, stdout, stderr } = await node.command('token', 'add', name, '--json');
  if (code !== 0) throw new Error(`no token: ${stdout}${stderr}`);
  return JSON.parse(stdout).token;
}

async function logSize(url: string): Promise<number> {
  const text = await (await fetch(`${url}/log/checkpoint`)).text();
  return Number(text.split('\n')[1]);
}

/** Bytes over the wire, compressed as a browser asks: the page and the stylesheets it names. */
async function firstVisit(url: string): Promise<number> {
  const headers = { 'accept-encoding': 'gzip, br', accept: 'text/html' };
  const html = await (await fetch(url)).text();
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(
    ([, href]) => new URL(href ?? '', url).href,
  );
  const sizes = await Promise.all([url, ...sheets].map((address) => wireBytes(address, headers)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function wireBytes(url: string, headers: Record<string, string>): Promise<number> {
  const { body } = await request(url, { headers });
  return (await body.arrayBuffer()).byteLength;
}

async function staticPeer(node: TestNode, storage: Storage): Promise<number> {
  const file = join(storage.folder, 'tile');
  writeFileSync(file, new Uint8Array(await (await fetch(`${node.url}/log/tile/0/000`)).arrayBuffer()));
  const server = startScript('tools/src/bench/static-server.ts', [file]);
  const port = await until('the peer listens', async () => Number(server.output()));
  const { rate } = await load(`http://127.0.0.1:${port}`, () => '/', { concurrency: 8, seconds: SECONDS });
  await server.end();
  return rate;
}
