import { type ExpressionBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { KernelTables } from '../../../kernel/database/tables.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { cursor, cutPage, type Paged, type PageRequest } from '../../../kernel/web/paging.ts';
import { placeOf } from '../address.ts';
import type { PracticeFilter } from '../filter.ts';
import { type PracticesTables, practicesDb } from '../schema.ts';
import { logsOf, type ShownLogs } from './logs.ts';

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

// Publication in whole seconds is not unique, so log and id decide between equals.
const byNewest = cursor(z.tuple([z.iso.datetime(), z.int(), z.uuid()]));

type Tables = KernelTables & PracticesTables;
type Where = ExpressionBuilder<Tables, 'practices_practice'>;

/** Live practices that fit the filter, newest first; the order of a practice never changes, so pages stay stable. */
export async function listPractices(
  kernel: Pick<Kernel, 'db'>,
  shown: ShownLogs,
  filter: PracticeFilter,
  page: PageRequest,
): Promise<Paged<PracticeRow>> {
  const after = page.after === null ? null : byNewest.decode(page.after);
  const logs = logsOf(shown.logs, filter.origin);
  if (logs.length === 0) return { items: [], next: null };
  const shownIds = shown.logs.map((log) => log.id);
  const rows = await practicesDb(kernel.db)
    .selectFrom('practices_practice')
    .select([
      'log',
      'id',
      'jti',
      'sub',
      'version',
      'title',
      'summary',
      'languages',
      'stage',
      'level',
      'topics',
    ])
    .select(['published_at', 'updated_at'])
    .select((eb) =>
      eb
        .selectFrom('practices_adoption as a')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('a.practice', '=', 'practices_practice.sub')
        .where('a.state', '=', 'live')
        .where('a.log', 'in', shownIds)
        .as('adoptions'),
    )
    .where('state', '=', 'live')
    .where(
      'log',
      'in',
      logs.map((log) => log.id),
    )
    .where((eb) => eb.and(conditions(eb, filter)))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(published_at, log, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::int, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy('published_at', 'desc')
    .orderBy('log', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const byId = new Map(shown.logs.map((log) => [log.id, log]));
  const items = rows.map((row): PracticeRow => {
    const { published_at: publishedAt, updated_at: updatedAt, adoptions, ...rest } = row;
    const { node = '', own = false } = byId.get(row.log) ?? {};
    return {
      ...rest,
      publishedAt,
      updatedAt,
      adoptions: adoptions ?? 0,
      node,
      own,
      path: placeOf(row.sub, own),
    };
  });
  return cutPage(items, page.limit, byNewest, (row) => [row.publishedAt.toISOString(), row.log, row.id]);
}

function conditions(eb: Where, { topic, level, stage, language }: PracticeFilter) {
  return [
    ...(topic === undefined ? [] : [sql<boolean>`topics @> array[${topic}]::text[]`]),
    ...(level === undefined ? [] : [eb('level', '=', level)]),
    ...(stage === undefined ? [] : [eb('stage', '=', stage)]),
    ...(language === undefined ? [] : [sql<boolean>`languages @> array[${language}]::text[]`]),
  ];
}
