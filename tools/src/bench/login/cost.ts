import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Pair } from './pair.ts';

/** What a piece of work has cost so far: processor time of both nodes and of their databases, in ms, and statements. */
export interface Cost {
  nodes: number;
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

/** Null where there is no `/proc`; what PostgreSQL costs is known only where it runs on this machine. */
export async function readCost({ home, away, storages }: Pair): Promise<Cost | null> {
  try {
    const nodes = [home, away].map(({ running }) => processorTime(running?.child.pid ?? 0));
    const databases = await Promise.all(storages.map(({ databaseUrl }) => databaseCost(databaseUrl)));
    const total = (of: 'time' | 'statements') =>
      databases.some((one) => one === null)
        ? null
        : databases.reduce((all, one) => all + (one?.[of] ?? 0), 0);
    return {
      nodes: nodes.reduce((all, one) => all + one, 0),
      database: total('time'),
      statements: total('statements'),
    };
  } catch {
    return null;
  }
}

async function databaseCost(url: string | undefined): Promise<{ time: number; statements: number } | null> {
  if (url === undefined) return null;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pids: number[]; commits: string }>(
      `select (select array_agg(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()) as pids,
        (select xact_commit from pg_stat_database where datname = current_database()) as commits`,
    );
    const [row] = rows;
    return {
      time: (row?.pids ?? []).reduce((all, pid) => all + processorTime(pid), 0),
      statements: Number(row?.commits ?? 0),
    };
  } finally {
    await client.end();
  }
}
