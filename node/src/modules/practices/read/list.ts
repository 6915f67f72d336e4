import { sql } from 'kysely';
import { z } from 'zod';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { logsOf, type ShownLog, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { placeOf } from '../../../kernel/subjects/index.ts';
import { cursor, cutPage, DEFAULT_LIMIT, type Paged, type PageRequest } from '../../../kernel/web/paging.ts';
import { filterParameters, type PracticeFilter } from '../filter.ts';
import { practicesDb } from '../schema.ts';
import { fits, matches } from './conditions.ts';

/** A practice as lists show it. */
export interface PracticeRow {
  log: number;
  id: string;
  jti: string;
  /** Its address at its origin, and the path at which it is shown here. */
  sub: string;
  path: string;
  node: string;
  own: boolean;
  version: number;
  title: LangText;
  summary: LangText;
  languages: readonly string[];
  stage: string;
  level: string;
  topics: readonly string[];
  publishedAt: Date;
  updatedAt: Date;
  /** Adoptions in all logs that are shown. */
  adoptions: number;
}

// Publication in whole seconds is not unique, so log and id decide between equals. A search puts its rank first.
const byPlace = cursor(z.tuple([z.int(), z.iso.datetime(), z.int(), z.uuid()]));

/**
 * Live practices that fit the filter: the newest first, or the best match first where words are searched. What they are
 * ordered by stays when a practice is revised, so pages are stable. `lang` is the reader's language.
 */
export async function listPractices(
  kernel: Pick<Kernel, 'db'>,
  shown: ShownLogs,
  filter: PracticeFilter,
  page: PageRequest,
  lang?: string,
): Promise<Paged<PracticeRow>> {
  const after = page.after === null ? null : byPlace.decode(page.after);
  const logs = logsOf(shown.logs, filter.origin);
  if (logs.length === 0) return { items: [], next: null };
  const searched = filter.q !== undefined;
  const rows = await practicesDb(kernel.db)
    .selectFrom('practices_practice as p')
    .select(['p.log', 'p.id', 'p.jti', 'p.sub', 'p.version', 'p.title', 'p.summary', 'p.languages'])
    .select(['p.stage', 'p.level', 'p.topics', 'p.published_at', 'p.updated_at'])
    .select((eb) =>
      eb
        .selectFrom('practices_adoption as a')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('a.practice', '=', 'p.sub')
        .where('a.state', '=', 'live')
        .where('a.log', 'in', idsOf(shown.logs))
        .as('adoptions'),
    )
    .$if(searched, (query) =>
      query
        .innerJoin(matches(kernel.db, filter, lang).as('found'), (join) =>
          join.onRef('found.log', '=', 'p.log').onRef('found.sub', '=', 'p.sub'),
        )
        .select(sql<number>`found.rank`.as('rank')),
    )
    .where('p.state', '=', 'live')
    .where('p.log', 'in', idsOf(logs))
    .where((eb) => eb.and(Object.values(fits(filter))))
    .$if(after !== null, (query) => query.where(isAfter(after ?? [0, '', 0, ''], searched)))
    .$if(searched, (query) => query.orderBy(sql`found.rank`, 'desc'))
    .orderBy('p.published_at', 'desc')
    .orderBy('p.log', 'desc')
    .orderBy('p.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const byId = new Map(shown.logs.map((log) => [log.id, log]));
  const { items, next } = cutPage(rows, page.limit, byPlace, (row) => [
    row.rank ?? 0,
    row.published_at.toISOString(),
    row.log,
    row.id,
  ]);
  return { items: items.map((row) => shownRow(row, byId.get(row.log))), next };
}

const kept = keepWhileUnchanged<Paged<PracticeRow>>(1000);

/** The same, shared by all readers of a first page without a search: what is asked for most, and of bounded size. */
export function keptList(
  kernel: Kernel,
  shown: ShownLogs,
  filter: PracticeFilter,
  page: PageRequest,
  lang: string,
): Promise<Paged<PracticeRow>> {
  const read = () => listPractices(kernel, shown, filter, page, lang);
  const common = filter.q === undefined && page.after === null && page.limit === DEFAULT_LIMIT;
  return common ? kept(kernel, shown, JSON.stringify(filterParameters(filter)), read) : read();
}

function isAfter([rank, at, log, id]: [number, string, number, string], searched: boolean) {
  const place = sql`${at}::timestamptz, ${log}::int, ${id}::uuid`;
  return searched
    ? sql<boolean>`(found.rank, p.published_at, p.log, p.id) < (${rank}::int, ${place})`
    : sql<boolean>`(p.published_at, p.log, p.id) < (${place})`;
}

type Row = Omit<PracticeRow, 'path' | 'node' | 'own' | 'publishedAt' | 'updatedAt' | 'adoptions'> & {
  published_at: Date;
  updated_at: Date;
  adoptions: number | null;
  rank?: number;
};

function shownRow(row: Row, log: ShownLog | undefined): PracticeRow {
  const { published_at: publishedAt, updated_at: updatedAt, adoptions, rank: _rank, ...rest } = row;
  const { node = '', own = false } = log ?? {};
  return {
    ...rest,
    publishedAt,
    updatedAt,
    adoptions: adoptions ?? 0,
    node,
    own,
    path: placeOf(row.sub, own),
  };
}

function idsOf(logs: readonly ShownLog[]): number[] {
  return logs.map((log) => log.id);
}
