import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../kernel/database/tables.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { logsOf, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { searchMatches } from '../../../kernel/search/matches.ts';
import { placeOf } from '../../../kernel/subjects/index.ts';
import { cursor, cutPage, type Paged, type PageRequest } from '../../../kernel/web/paging.ts';
import { type EventFilter, type Facet, type When, whenOf } from '../filter.ts';
import { EVENT } from '../kinds.ts';
import { eventsDb } from '../schema.ts';

/** An event as lists show it, with the occurrence for which it stands where it does. */
export interface EventRow {
  log: number;
  id: string;
  jti: string;
  sub: string;
  path: string;
  node: string;
  own: boolean;
  version: number;
  title: LangText;
  summary: LangText;
  type: string;
  mode: string;
  status: string;
  topics: readonly string[];
  zone: string;
  place: LangText | null;
  startsAt: Date;
  endsAt: Date;
  /** Occurrences of the same event that the list leaves out. */
  more: number;
  publishedAt: Date;
  updatedAt: Date;
}

const byTime = cursor(z.tuple([z.iso.datetime(), z.int(), z.uuid()]));

/** Live events that fit the filter: what comes first, first; of what is over, the latest. */
export async function listEvents(
  kernel: Pick<Kernel, 'db' | 'clock'>,
  shown: ShownLogs,
  filter: EventFilter,
  page: PageRequest,
): Promise<Paged<EventRow>> {
  const after = page.after === null ? null : byTime.decode(page.after);
  const logs = logsOf(shown.logs, filter.origin).map(({ id }) => id);
  if (logs.length === 0) return { items: [], next: null };
  const when = whenOf(filter);
  const [order, beyond] = when === 'past' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const { rows } = await sql<Row>`
    select * from (${dated(kernel, filter)}) e
    where e.log = any(${logs}::int[]) and ${sql.join(Object.values(fits(filter)), sql` and `)}
      and ${after === null ? sql`true` : sql`(e.starts_at, e.log, e.id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::int, ${after[2]}::uuid)`}
    order by e.starts_at ${order}, e.log ${order}, e.id ${order}
    limit ${page.limit + 1}`.execute(eventsDb(kernel.db));
  const { items, next } = cutPage(rows, page.limit, byTime, (row) => [
    row.starts_at.toISOString(),
    row.log,
    row.id,
  ]);
  const byId = new Map(shown.logs.map((log) => [log.id, log]));
  return {
    items: items.map(({ published_at, updated_at, starts_at, ends_at, ...row }) => {
      const { node = '', own = false } = byId.get(row.log) ?? {};
      const times = {
        publishedAt: published_at,
        updatedAt: updated_at,
        startsAt: starts_at,
        endsAt: ends_at,
      };
      return { ...row, ...times, node, own, path: placeOf(row.sub, own) };
    }),
    next,
  };
}

/** Live events with the occurrence that the time asked for picks of each; those that have none are left out. */
export function dated({ db, clock }: Pick<Kernel, 'db' | 'clock'>, filter: EventFilter) {
  const when = whenOf(filter);
  const now = clock.now();
  const picked = occursWhen(when, now);
  const order = when === 'past' ? sql`desc` : sql`asc`;
  return sql`
    select e.log, e.id, e.jti, e.sub, e.version, e.title, e.summary, e.type, e.mode, e.status, e.topics,
      e.published_at, e.updated_at, e.body ->> 'zone' as zone, e.body -> 'places' -> 0 -> 'name' as place,
      o.starts_at, o.ends_at, o.more
    from events_event e
    join lateral (
      select o.starts_at, o.ends_at, (count(*) over ())::int - 1 as more from events_occurrence o
      where o.log = e.log and o.event = e.id and not o.cancelled and ${picked} and ${inMonth(filter.month)}
      order by o.starts_at ${order} limit 1
    ) o on true
    where e.state = 'live' and ${searched(db, filter)}
      and ${when === 'past' ? sql`not exists (select 1 from events_occurrence l where l.log = e.log and l.event = e.id and not l.cancelled and l.ends_at > ${now})` : sql`true`}`;
}

/** The condition that an occurrence `o` is of the time asked for. */
function occursWhen(when: When, now: Date): RawBuilder<boolean> {
  switch (when) {
    case 'upcoming':
      return sql`o.ends_at > ${now}`;
    case 'past':
      return sql`o.ends_at <= ${now}`;
    case 'all':
      return sql`true`;
  }
}

function inMonth(month: string | undefined): RawBuilder<boolean> {
  return month === undefined ? sql`true` : sql`left(o.starts_local, 7) = ${month}`;
}

function searched(db: Db, { q }: EventFilter): RawBuilder<boolean> {
  if (q === undefined) return sql`true`;
  const found = searchMatches(db, { q, kind: EVENT });
  return sql`exists (select 1 from (${found}) found where found.log = e.log and found.sub = e.sub)`;
}

/** Whether a row of `dated` as `e` fits each part of a filter but origin and month; what was not asked for fits. */
export function fits({
  type,
  topic,
  mode,
}: EventFilter): Record<Exclude<Facet, 'origin' | 'month'>, RawBuilder<boolean>> {
  const all = sql<boolean>`true`;
  return {
    type: type === undefined ? all : sql<boolean>`e.type = ${type}`,
    topic: topic === undefined ? all : sql<boolean>`e.topics @> array[${topic}]::text[]`,
    mode: mode === undefined ? all : sql<boolean>`e.mode = ${mode}`,
  };
}

type Row = Omit<EventRow, 'path' | 'node' | 'own' | 'publishedAt' | 'updatedAt' | 'startsAt' | 'endsAt'> & {
  published_at: Date;
  updated_at: Date;
  starts_at: Date;
  ends_at: Date;
};
