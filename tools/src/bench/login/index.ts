import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from '../load.ts';
import type { Figure } from '../table.ts';
import { costBetween, readCounters } from './cost.ts';
import { timeByPart } from './cpu-profile.ts';
import { logIn, type Pair, type Steps, startPair, sum } from './pair.ts';
import { sprayClients, UNKNOWN } from './spray.ts';

const WARM = 20;
const ALONE = 40;
const PROFILED = 60;
const TOGETHER = 12;
const SECONDS = 15;

/** Complete logins between two nodes, each a process of its own, and a spray of clients that nobody knows. */
export async function logins(): Promise<Figure[]> {
  const figures = await measure();
  await printProfile();
  return figures;
}

async function measure(): Promise<Figure[]> {
  const pair = await startPair();
  const on = pair.storages[0]?.name ?? 'PGlite';
  try {
    for (let n = 0; n < WARM; n++) await logIn(pair, n);
    const before = await readCounters(pair);
    const walks: Steps[] = [];
    for (let n = 0; n < ALONE; n++) walks.push(await logIn(pair, n));
    const cost = costBetween(before, await readCounters(pair), ALONE);
    printSteps(walks);
    const times = walks.map(sum).sort((a, b) => a - b);
    const rate = await together(pair);
    const spray = await sprayClients(pair);
    const figure = (what: string, value: number | null, unit: string, goal?: number): Figure[] =>
      value === null ? [] : [{ what, on, value, unit, ...(goal !== undefined && { goal }) }];
    return [
      ...figure(
        'login across a border, nobody else: all answers of both nodes, p50',
        quantile(times, 0.5),
        'ms',
        150,
      ),
      ...figure('… processor time of both nodes', cost.nodes, 'ms', 150),
      ...figure('… processor time of their databases', cost.database, 'ms'),
      ...figure('… transactions of both databases, single statements included', cost.statements, ''),
      ...figure(`complete logins, ${TOGETHER} at a time`, rate.perSecond, '/s', 30),
      ...figure('… from end to end, p50', rate.p50, 'ms'),
      ...figure('… processor time of both nodes for each', rate.cost.nodes, 'ms'),
      ...figure('… processor time of their databases for each', rate.cost.database, 'ms'),
      ...figure('… processor time of the browsers for each', rate.browsers, 'ms'),
      ...figure(
        `spray of ${UNKNOWN} unknown clients: requests it causes, busiest second (30 at most)`,
        spray.busiest,
        '/s',
      ),
      ...figure('a login meanwhile, p50', spray.meanwhile, 'ms'),
    ];
  } finally {
    await pair.stop();
  }
}

async function together(pair: Pair) {
  const times: number[] = [];
  let next = 1000;
  const before = await readCounters(pair);
  const own = process.cpuUsage();
  const start = performance.now();
  const end = start + SECONDS * 1000;
  const person = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      await logIn(pair, next++);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, person));
  const took = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(own);
  const cost = costBetween(before, await readCounters(pair), times.length);
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / took,
    p50: quantile(times, 0.5),
    cost,
    browsers: (user + system) / 1000 / times.length,
  };
}

function printSteps(walks: readonly Steps[]): void {
  console.error('\none login, step by step (p50):');
  for (const step of walks[0]?.keys() ?? []) {
    const times = walks.map((walk) => walk.get(step) ?? 0).sort((a, b) => a - b);
    console.error(`  ${quantile(times, 0.5).toFixed(1).padStart(7)} ms  ${step}`);
  }
}

/** Where the time of a login goes in both nodes; on nodes of their own, because a profile costs time itself. */
async function printProfile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-profile-'));
  const start = performance.now();
  const pair = await startPair(`--cpu-prof --cpu-prof-dir=${folder}`);
  let [from, until] = [0, 0];
  try {
    for (let n = 0; n < WARM; n++) await logIn(pair, n);
    from = performance.now() - start;
    for (let n = 0; n < PROFILED; n++) await logIn(pair, n);
    until = performance.now() - start;
  } finally {
    await pair.stop();
  }
  const parts = [...timeByPart(folder, from, until)].sort(([, a], [, b]) => b - a);
  console.error('\nprocessor time of one login by part, both nodes together, under the profiler:');
  for (const [part, ms] of parts) console.error(`  ${(ms / PROFILED).toFixed(2).padStart(7)} ms  ${part}`);
  if (process.env.KOINON_BENCH_KEEP) console.error(`profiles: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
