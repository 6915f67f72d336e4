// `npm run bench`: measures, and prints a table with ratios. Never a pass or a fail: machines differ, ratios less so.
// `npm run bench -- append reads` runs only those. KOINON_BENCH_RUNS=1 measures elections once rather than three times. PostgreSQL is measured where KOINON_TEST_DATABASE_URL names one.
import { cpus } from 'node:os';
import { type Figure, table } from './bench/table.ts';

const sections: Record<string, () => Promise<Figure[]>> = {
  append: async () => (await import('./bench/append.ts')).appends(),
  follow: async () => (await import('./bench/follow.ts')).following(),
  reads: async () => (await import('./bench/reads.ts')).reads(),
  commitments: async () => (await import('./bench/commitments.ts')).commitmentPages(),
  'long-log': async () => (await import('./bench/long-log.ts')).longLog(),
  memory: async () => (await import('./bench/memory.ts')).idleMemory(),
  elections: async () => (await import('./bench/elections.ts')).verifying('BELENIOS-2048', 1000),
  'elections-rfc3526': async () => (await import('./bench/elections.ts')).verifying('RFC-3526-2048', 100),
  ballots: async () => (await import('./bench/ballots.ts')).ballots(),
  login: async () => (await import('./bench/login/index.ts')).logins(),
  trust: async () => (await import('./bench/trust.ts')).trustDecisions(),
  latency: async () => (await import('./bench/latency.ts')).publishToPartner(),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(
    `There is nothing called ${unknown.join(', ')} to measure. There are: ${Object.keys(sections).join(', ')}.`,
  );
  process.exit(2);
}

const figures: Figure[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(sections)) {
  console.error(`measuring: ${name}`);
  try {
    figures.push(...((await sections[name]?.()) ?? []));
  } catch (error) {
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
  }
}
if (!process.env.KOINON_TEST_DATABASE_URL) {
  console.error(
    'Only PGlite was measured. For PostgreSQL set KOINON_TEST_DATABASE_URL=postgres://user@host/database.',
  );
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log(table(figures));
// Nodes of a measurement that failed are still there: they end with this process.
process.exit();
