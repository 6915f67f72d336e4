import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Pair } from './pair.ts';

/** What all work has cost so far: processor time by process, in ms, and statements. */
export interface Counters {
  nodes: ReadonlyMap<number, number>;
  /** Empty where the database is PGlite, inside the nodes, or runs on another machine. */
  database: ReadonlyMap<number, number>;
  statements: number;
}

/** What a piece of work has cost, in ms of processor time and in statements; null where that cannot be known. */
export interface Cost {
  nodes: number | null;
  database: number | null;
  statements: number | null;
}

/** A tick of `/proc/<pid>/stat` is a hundredth of a second on every Linux that Node runs on. */
const TICK_MS = 10;

function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name in parentheses, which may hold spaces; utime and stime are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

export async function readCounters({ home, away, storages }: Pair): Promise<Counters> {
  const databases = await Promise.all(storages.map(({ databaseUrl }) => readDatabase(databaseUrl)));
  return {
    nodes: times([home, away].map(({ running }) => running?.child.pid ?? 0)),
    database: times(databases.flatMap(({ pids }) => pids)),
    statements: databases.reduce((all, { commits }) => all + commits, 0),
  };
}

/** What was spent between two readings, for each of so many; a process that ended between them is left out. */
export function costBetween(before: Counters, after: Counters, count: number): Cost {
  const spent = (of: 'nodes' | 'database') => {
    if (after[of].size === 0) return null;
    let all = 0;
    for (const [pid, time] of after[of]) all += time - (before[of].get(pid) ?? 0);
    return all / count;
  };
  const statements = (after.statements - before.statements) / count;
  return { nodes: spent('nodes'), database: spent('database'), statements: statements || null };
}

function times(pids: readonly number[]): Map<number, number> {
  const known = new Map<number, number>();
  for (const pid of pids) {
    try {
      known.set(pid, processorTime(pid));
    } catch {
      // It is of another machine, has ended, or this system has no /proc.
    }
  }
  return known;
}

async function readDatabase(url: string | undefined): Promise<{ pids: number[]; commits: number }> {
  if (url === undefined) return { pids: [], commits: 0 };
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pids: number[] | null; commits: string }>(
      `select (select array_agg(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()) as pids,
        (select xact_commit from pg_stat_database where datname = current_database()) as commits`,
    );
    return { pids: rows[0]?.pids ?? [], commits: Number(rows[0]?.commits ?? 0) };
  } finally {
    await client.end();
  }
}
