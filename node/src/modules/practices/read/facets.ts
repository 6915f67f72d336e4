import { type RawBuilder, sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { logsOf, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { type FacetCounts, filterParameters, type PracticeFilter } from '../filter.ts';
import { practicesDb } from '../schema.ts';
import { FACETS, type Facet } from '../vocabulary.ts';
import { fits, matches } from './conditions.ts';

/**
 * How many practices each choice of each facet would leave, in one pass over the table. The counts of a facet heed every
 * filter but its own, so that they say what changing it would show.
 */
export async function countFacets(
  kernel: Pick<Kernel, 'db'>,
  shown: ShownLogs,
  filter: PracticeFilter,
): Promise<FacetCounts> {
  const shownIds = shown.logs.map((log) => log.id);
  const ids = logsOf(shown.logs, filter.origin).map((log) => log.id);
  const found =
    filter.q === undefined
      ? sql``
      : sql`join (${matches(kernel.db, filter)}) found on found.log = p.log and found.sub = p.sub`;
  const conditions: Record<Facet, RawBuilder<boolean>> = {
    origin: sql<boolean>`p.log = any(${sql.val(ids)}::int[])`,
    ...fits(filter),
  };
  const columns = FACETS.map((facet) => sql`${conditions[facet]} as ${sql.ref(`f_${facet}`)}`);
  const others = (own: Facet) =>
    sql.join(
      FACETS.filter((facet) => facet !== own).map((facet) => sql.ref(`f_${facet}`)),
      sql` and `,
    );
  const result = await sql<{ facet: Facet | 'total'; value: string; count: number }>`
    with m as materialized (
      select p.log, p.level, p.stage, p.topics, p.languages, ${sql.join(columns)}
      from practices_practice p ${found}
      where p.state = 'live' and p.log = any(${sql.val(shownIds)}::int[])
    )
    select 'total' as facet, '' as value, count(*)::int as count from m where f_origin and ${others('origin')}
    union all select 'origin', log::text, count(*)::int from m where ${others('origin')} group by log
    union all select 'topic', v, count(*)::int from m, unnest(topics) v where ${others('topic')} group by v
    union all select 'level', level, count(*)::int from m where ${others('level')} group by level
    union all select 'stage', stage, count(*)::int from m where ${others('stage')} group by stage
    union all select 'language', v, count(*)::int from m, unnest(languages) v where ${others('language')} group by v`.execute(
    practicesDb(kernel.db),
  );
  const counts: FacetCounts = { origin: [], topic: [], level: [], stage: [], language: [], total: 0 };
  for (const { facet, value, count } of result.rows) {
    if (facet === 'total') counts.total = count;
    else counts[facet].push({ value: facet === 'origin' ? originName(shown, Number(value)) : value, count });
  }
  return counts;
}

function originName(shown: ShownLogs, id: number): string {
  const log = shown.logs.find((one) => one.id === id);
  return log === undefined || log.own ? 'self' : log.host;
}

const kept = keepWhileUnchanged<FacetCounts>(10_000);

/** Counting ten thousand practices for every reader would cost more than the page. */
export function keptFacets(kernel: Kernel, shown: ShownLogs, filter: PracticeFilter): Promise<FacetCounts> {
  const key = JSON.stringify(filterParameters(filter));
  return kept(kernel, shown, key, () => countFacets(kernel, shown, filter));
}
