import { type RawBuilder, sql } from 'kysely';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { logsOf, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import {
  type CommitmentFilter,
  FACETS,
  type Facet,
  type FacetCounts,
  filterParameters,
  TIMINGS,
} from '../filter.ts';
import { commitmentsDb } from '../schema.ts';
import { fits, matches, standings, timingIs } from './list.ts';

/** What the list can be narrowed by, with counts, and the titles of the plans among it. */
export interface Facets {
  counts: FacetCounts;
  plans: ReadonlyMap<string, LangText>;
}

/**
 * How many commitments each choice of each facet would leave, in one pass. The counts of a facet heed every filter but its
 * own, so that they say what changing it would show.
 */
export async function countFacets(
  kernel: Pick<Kernel, 'db' | 'clock'>,
  shown: ShownLogs,
  filter: CommitmentFilter,
): Promise<Facets> {
  const counts: FacetCounts = { origin: [], status: [], timing: [], area: [], plan: [], total: 0 };
  if (shown.logs.length === 0) return { counts, plans: new Map() };
  const ids = logsOf(shown.logs, filter.origin).map(({ id }) => id);
  const conditions: Record<Facet, RawBuilder<boolean>> = {
    origin: sql<boolean>`c.log = any(${ids}::int[])`,
    ...fits(filter),
  };
  const others = (own: Facet) =>
    sql.join(
      FACETS.filter((facet) => facet !== own).map((facet) => sql.ref(`f_${facet}`)),
      sql` and `,
    );
  const { rows } = await sql<{ facet: Facet | 'total'; value: string; count: number }>`
    with m as materialized (
      select c.log, c.status, c.areas, c.plan,
        ${sql.join(TIMINGS.map((timing) => sql`${timingIs(timing)} as ${sql.ref(`t_${timing}`)}`))},
        ${sql.join(FACETS.map((facet) => sql`${conditions[facet]} as ${sql.ref(`f_${facet}`)}`))}
      from (${standings(shown, kernel.clock.now())}) c
      join (${matches(kernel.db, filter)}) found on found.log = c.log and found.sub = c.sub
    )
    select 'total' as facet, '' as value, count(*)::int as count from m where f_origin and ${others('origin')}
    union all select 'origin', log::text, count(*)::int from m where ${others('origin')} group by log
    union all select 'status', coalesce(status, 'unreported'), count(*)::int from m where ${others('status')} group by status
    union all select 'area', v, count(*)::int from m, unnest(areas) v where ${others('area')} group by v
    union all select 'plan', plan, count(*)::int from m where plan is not null and ${others('plan')} group by plan
    ${sql.join(
      TIMINGS.map(
        (timing) =>
          sql`union all select 'timing', ${timing}::text, count(*)::int from m where ${sql.ref(`t_${timing}`)} and ${others('timing')}`,
      ),
      sql` `,
    )}`.execute(commitmentsDb(kernel.db));
  const logs = new Map(shown.logs.map((log) => [String(log.id), log.own ? 'self' : log.host]));
  for (const { facet, value, count } of rows) {
    if (facet === 'total') counts.total = count;
    else if (count > 0) {
      counts[facet].push({ value: facet === 'origin' ? (logs.get(value) ?? 'self') : value, count });
    }
  }
  return {
    counts,
    plans: await planTitles(kernel, shown, [...counts.plan.map(({ value }) => value), filter.plan]),
  };
}

/** Titles by subject; a plan that no log holds has none. */
async function planTitles(
  { db }: Pick<Kernel, 'db'>,
  shown: ShownLogs,
  asked: readonly (string | undefined)[],
): Promise<Map<string, LangText>> {
  const subs = asked.filter((sub) => sub !== undefined);
  if (subs.length === 0) return new Map();
  const rows = await commitmentsDb(db)
    .selectFrom('commitments_plan')
    .select(['sub', 'title'])
    .where('sub', 'in', subs)
    .where('state', '!=', 'erased')
    .where(
      'log',
      'in',
      shown.logs.map(({ id }) => id),
    )
    .execute();
  return new Map(rows.map(({ sub, title }) => [sub, title]));
}

const kept = keepWhileUnchanged<Facets>(10_000);

/** Counting for every reader would cost more than the page. What is overdue may lag behind the clock by the ten seconds. */
export function keptFacets(kernel: Kernel, shown: ShownLogs, filter: CommitmentFilter): Promise<Facets> {
  const key = JSON.stringify(filterParameters(filter));
  return kept(kernel, shown, key, () => countFacets(kernel, shown, filter));
}
