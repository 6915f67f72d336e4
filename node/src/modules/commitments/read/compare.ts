import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { readShownLogs, type ShownLog, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { commitmentsDb } from '../schema.ts';
import { standings } from './list.ts';

/** Whose commitments are counted: those of a node, or of a country in somebody's reference. */
export interface Counted {
  /** `node:<host>` (`node:self`), or `<reference>:<country>`. */
  id: string;
  /** The node's origin, or the country as the file calls it. */
  name: string;
  /** The reference that it is from; null for a node. */
  reference: string | null;
  total: number;
  /** Commitments by step: claimed for a node, found by the assessor for a reference; `none` where nothing is said. */
  steps: Readonly<Record<string, number>>;
  /** Commitments with a star, and how many could have one; null for a node. */
  stars: { starred: number; of: number } | null;
}

export function countedNode({ own = false, host = '' }: Partial<ShownLog> = {}): string {
  return `node:${own ? 'self' : host}`;
}

export function countedCountry(reference: string, country: string): string {
  return `${reference}:${country}`;
}

/** How many commitments stand where, for every node and every country of our references, in two statements. */
export async function countStandings(
  kernel: Pick<Kernel, 'db' | 'clock' | 'ownLog'>,
  shown: ShownLogs,
): Promise<Counted[]> {
  const db = commitmentsDb(kernel.db);
  const [nodes, countries] = await Promise.all([
    shown.logs.length === 0
      ? { rows: [] }
      : sql<{ log: number; step: string; n: number }>`
          select c.log, coalesce(c.status, 'none') as step, count(*)::int as n
          from (${standings(shown, kernel.clock.now())}) c group by 1, 2`.execute(db),
    sql<{ reference: string; country: string; step: string; n: number; starred: number; known: number }>`
      select r.reference, r.country, coalesce(r.completion, 'none') as step, count(*)::int as n,
        count(*) filter (where r.star)::int as starred, count(r.star)::int as known
      from commitments_reference_row r where r.log = ${kernel.ownLog} group by 1, 2, 3`.execute(db),
  ]);
  const counted = new Map<string, Counted & { steps: Record<string, number> }>();
  for (const { log, step, n } of nodes.rows) {
    const of = shown.logs.find((one) => one.id === log);
    add({ id: countedNode(of), name: of?.node ?? '', reference: null, stars: null }, step, n);
  }
  for (const { reference, country, step, n, starred, known } of countries.rows) {
    const one = add(
      { id: countedCountry(reference, country), name: country, reference, stars: { starred: 0, of: 0 } },
      step,
      n,
    );
    one.stars = { starred: (one.stars?.starred ?? 0) + starred, of: (one.stars?.of ?? 0) + known };
  }
  return [...counted.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));

  function add(start: Omit<Counted, 'total' | 'steps'>, step: string, n: number) {
    const one = counted.get(start.id) ?? { ...start, total: 0, steps: {} as Record<string, number> };
    counted.set(start.id, one);
    one.total += n;
    one.steps[step] = (one.steps[step] ?? 0) + n;
    return one;
  }
}

/** A theme, and how many commitments of nodes and of references are about it. */
export interface Theme {
  area: string;
  nodes: number;
  references: number;
}

export async function countThemes(kernel: Pick<Kernel, 'db' | 'ownLog'>, shown: ShownLogs): Promise<Theme[]> {
  const logs = shown.logs.map(({ id }) => id);
  const { rows } = await sql<Theme>`
    select area, sum(nodes)::int as nodes, sum(refs)::int as references from (
      select unnest(areas) as area, 1 as nodes, 0 as refs from commitments_commitment
        where state = 'live' and log = any(${logs}::int[])
      union all
      select unnest(areas), 0, 1 from commitments_reference_row where log = ${kernel.ownLog}
    ) one group by area order by 2 desc, 3 desc, 1`.execute(commitmentsDb(kernel.db));
  return rows;
}

const keptStandings = keepWhileUnchanged<Counted[]>(10_000);
const keptThemes = keepWhileUnchanged<Theme[]>(60_000);

/** The same counts for every reader, until a log grows; what is overdue is not among them. */
export async function readStandings(kernel: Kernel): Promise<Counted[]> {
  const shown = await readShownLogs(kernel.db);
  return await keptStandings(kernel, shown, '', () => countStandings(kernel, shown));
}

export async function readThemes(kernel: Kernel): Promise<Theme[]> {
  const shown = await readShownLogs(kernel.db);
  return await keptThemes(kernel, shown, '', () => countThemes(kernel, shown));
}
