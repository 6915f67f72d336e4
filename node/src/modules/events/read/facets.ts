import { type RawBuilder, sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { logsOf, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { type EventFilter, type FacetCounts, whenOf } from '../filter.ts';
import { eventsDb } from '../schema.ts';
import { dated, fits } from './list.ts';

const COUNTED = ['origin', 'type', 'topic', 'mode'] as const;
type Counted = (typeof COUNTED)[number];

/**
 * How many events each choice of each facet would leave. The counts of a facet heed every filter but its own; months are
 * those of the time asked for.
 */
export async function countFacets(
  kernel: Pick<Kernel, 'db' | 'clock'>,
  shown: ShownLogs,
  filter: EventFilter,
): Promise<FacetCounts> {
  const counts: FacetCounts = { origin: [], type: [], topic: [], mode: [], month: [], total: 0 };
  if (shown.logs.length === 0) return counts;
  const ids = logsOf(shown.logs, filter.origin).map(({ id }) => id);
  const all = shown.logs.map(({ id }) => id);
  const conditions: Record<Counted, RawBuilder<boolean>> = {
    origin: sql<boolean>`e.log = any(${ids}::int[])`,
    ...fits(filter),
  };
  const others = (own?: Counted) =>
    sql.join(
      COUNTED.filter((facet) => facet !== own).map((facet) => sql.ref(`f_${facet}`)),
      sql` and `,
    );
  const { rows } = await sql<{ facet: Counted | 'total'; value: string; count: number }>`
    with m as materialized (
      select e.log, e.type, e.topics, e.mode,
        ${sql.join(COUNTED.map((facet) => sql`${conditions[facet]} as ${sql.ref(`f_${facet}`)}`))}
      from (${dated(kernel, filter)}) e where e.log = any(${all}::int[])
    )
    select 'total' as facet, '' as value, count(*)::int as count from m where ${others()}
    union all select 'origin', log::text, count(*)::int from m where ${others('origin')} group by log
    union all select 'type', type, count(*)::int from m where ${others('type')} group by type
    union all select 'topic', v, count(*)::int from m, unnest(topics) v where ${others('topic')} group by v
    union all select 'mode', mode, count(*)::int from m where ${others('mode')} group by mode`.execute(
    eventsDb(kernel.db),
  );
  const logs = new Map(shown.logs.map((log) => [String(log.id), log.own ? 'self' : log.host]));
  for (const { facet, value, count } of rows) {
    if (facet === 'total') counts.total = count;
    else counts[facet].push({ value: facet === 'origin' ? (logs.get(value) ?? 'self') : value, count });
  }
  counts.month = await countMonths(kernel, ids, filter);
  return counts;
}

/** Months in which something takes place, in their order, with how many events do. */
async function countMonths(
  kernel: Pick<Kernel, 'db' | 'clock'>,
  logs: readonly number[],
  { month: _any, ...filter }: EventFilter,
): Promise<FacetCounts['month']> {
  const when = filter.when ?? 'upcoming';
  const time =
    when === 'past' ? sql`o.ends_at <= ${kernel.clock.now()}` : sql`o.ends_at > ${kernel.clock.now()}`;
  const { rows } = await sql<{ value: string; count: number }>`
    select left(o.starts_local, 7) as value, count(distinct (e.log, e.id))::int as count
    from (${dated(kernel, { ...filter, when: whenOf(filter) })}) e
    join events_occurrence o on o.log = e.log and o.event = e.id and not o.cancelled
    where e.log = any(${logs}::int[]) and ${sql.join(Object.values(fits(filter)), sql` and `)} and ${time}
    group by 1 order by 1`.execute(eventsDb(kernel.db));
  return when === 'past' ? rows.toReversed() : rows;
}
