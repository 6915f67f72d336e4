import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { readShownLogs, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { commitmentsDb } from '../schema.ts';
import { countedCountry, countedNode } from './compare.ts';

/** How many commitments are about each theme, by whose they are (`Counted.id`). */
export type ThemesOf = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** For every node and every country of our references at once, in one statement. */
export async function countThemesOf(
  { db, ownLog }: Pick<Kernel, 'db' | 'ownLog'>,
  shown: ShownLogs,
): Promise<ThemesOf> {
  const logs = shown.logs.map(({ id }) => id);
  const { rows } = await sql<{
    log: number | null;
    reference: string | null;
    country: string | null;
    area: string;
    n: number;
  }>`
    select c.log, null::text as reference, null::text as country, area, count(*)::int as n
      from commitments_commitment c, unnest(c.areas) area
      where c.state = 'live' and c.log = any(${sql.val(logs)}::int[]) group by c.log, area
    union all
    select null, r.reference::text, r.country, area, count(*)::int
      from commitments_reference_row r, unnest(r.areas) area
      where r.log = ${ownLog} group by r.reference, r.country, area`.execute(commitmentsDb(db));
  const themes = new Map<string, Map<string, number>>();
  for (const { log, reference, country, area, n } of rows) {
    const id =
      reference === null || country === null
        ? countedNode(shown.logs.find((one) => one.id === log))
        : countedCountry(reference, country);
    const of = themes.get(id) ?? new Map<string, number>();
    themes.set(id, of.set(area, n));
  }
  return themes;
}

const kept = keepWhileUnchanged<ThemesOf>(60_000);

/** The same counts for every reader, until a log grows. */
export async function readThemesOf(kernel: Kernel): Promise<ThemesOf> {
  const shown = await readShownLogs(kernel.db);
  return await kept(kernel, shown, '', () => countThemesOf(kernel, shown));
}
