import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../kernel/database/tables.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { logsOf, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { searchMatches } from '../../../kernel/search/matches.ts';
import { placeOf } from '../../../kernel/subjects/index.ts';
import { cursor, cutPage, DEFAULT_LIMIT, type Paged, type PageRequest } from '../../../kernel/web/paging.ts';
import { type CommitmentFilter, filterParameters } from '../filter.ts';
import { COMMITMENT } from '../kinds.ts';
import { commitmentsDb } from '../schema.ts';

/** A commitment as lists show it. */
export interface CommitmentRow {
  log: number;
  id: string;
  jti: string;
  sub: string;
  path: string;
  node: string;
  own: boolean;
  version: number;
  title: LangText;
  plan: string | null;
  areas: readonly string[];
  dueAt: Date | null;
  /** As the latest report that counts has it; null before the first. */
  status: string | null;
  overdue: boolean;
  /** Independent assessments, and how many of them are not what is claimed. */
  assessments: number;
  disputed: boolean;
  publishedAt: Date;
  updatedAt: Date;
}

const byPlace = cursor(z.tuple([z.int(), z.iso.datetime(), z.int(), z.uuid()]));

/** Live commitments that fit the filter: the newest first, or the best match first where words are searched. */
export async function listCommitments(
  kernel: Pick<Kernel, 'db' | 'clock'>,
  shown: ShownLogs,
  filter: CommitmentFilter,
  page: PageRequest,
  lang?: string,
): Promise<Paged<CommitmentRow>> {
  const after = page.after === null ? null : byPlace.decode(page.after);
  const logs = logsOf(shown.logs, filter.origin).map(({ id }) => id);
  if (logs.length === 0) return { items: [], next: null };
  const within = sql`c.log = any(${logs}::int[]) and ${sql.join(Object.values(fits(filter)), sql` and `)}
    and ${after === null ? sql`true` : isAfter(after)}`;
  const order = sql`order by found.rank desc, c.published_at desc, c.log desc, c.id desc limit ${page.limit + 1}`;
  const all = matches(kernel.db, filter, lang);
  // Only who asks how commitments stand needs to know it of all; else of those that the page shows.
  const found =
    filter.status !== undefined || filter.timing !== undefined
      ? all
      : sql`select found.* from (${all}) found
          join commitments_commitment c on c.log = found.log and c.sub = found.sub and c.state = 'live'
          where ${within} ${order}`;
  const { rows } = await sql<Row>`
    select * from (${standings(shown, kernel.clock.now())}) c
    join (${found}) found on found.log = c.log and found.sub = c.sub
    where ${within} ${order}`.execute(commitmentsDb(kernel.db));
  const { items, next } = cutPage(rows, page.limit, byPlace, (row) => [
    row.rank,
    row.published_at.toISOString(),
    row.log,
    row.id,
  ]);
  const byId = new Map(shown.logs.map((log) => [log.id, log]));
  return {
    items: items.map(({ rank: _rank, published_at, updated_at, due_at, ...row }) => {
      const { node = '', own = false } = byId.get(row.log) ?? {};
      const dates = { publishedAt: published_at, updatedAt: updated_at, dueAt: due_at };
      return { ...row, ...dates, node, own, path: placeOf(row.sub, own) };
    }),
    next,
  };
}

const kept = keepWhileUnchanged<Paged<CommitmentRow>>(1000);

/** The same, shared by all readers of a first page without a search: what is asked for most, and of bounded size. */
export function keptList(
  kernel: Kernel,
  shown: ShownLogs,
  filter: CommitmentFilter,
  page: PageRequest,
  lang: string,
): Promise<Paged<CommitmentRow>> {
  const read = () => listCommitments(kernel, shown, filter, page, lang);
  const common = filter.q === undefined && page.after === null && page.limit === DEFAULT_LIMIT;
  return common ? kept(kernel, shown, JSON.stringify(filterParameters(filter)), read) : read();
}

/** The commitments that hold the words of a filter; all where it has none. */
export function matches(db: Db, { q }: CommitmentFilter, lang?: string) {
  return q === undefined
    ? sql`select log, sub, 0 as rank from commitments_commitment`
    : searchMatches(db, { q, kind: COMMITMENT, ...(lang === undefined ? {} : { lang }) });
}

/**
 * Live commitments of the logs that are shown with the last claim that counts, in one statement. Whose reports count is the
 * same rule as `countingNodes`; a test holds the two against each other.
 */
export function standings(shown: ShownLogs, now: Date) {
  const logs = shown.logs.map(({ id }) => id);
  return sql`
    select c.log, c.id, c.jti, c.sub, c.version, c.title, c.plan, c.areas, c.due_at, c.published_at, c.updated_at,
      claim.status,
      coalesce(c.due_at <= ${now} and claim.status is distinct from 'complete', false) as overdue,
      found.n as assessments, coalesce(found.differ, false) as disputed
    from commitments_commitment c
    left join lateral (
      select r.status from commitments_report r where r.commitment = c.sub and r.state = 'live'
        and ${counts(sql`r.log`, logs)}
      order by r.claimed_at desc, r.jti desc limit 1
    ) claim on true
    left join lateral (
      select count(*)::int as n, bool_or(${step(sql`a.completion`)} <> ${step(sql`claim.status`)}) as differ
      from commitments_assessment a where a.commitment = c.sub and a.state = 'live'
        and a.log = any(${logs}::int[]) and not ${counts(sql`a.log`, logs)}
    ) found on true
    where c.state = 'live' and c.log = any(${logs}::int[])`;
}

/** Whether a log is that of a node whose word counts for commitment `c`. */
function counts(log: ReturnType<typeof sql>, logs: readonly number[]) {
  return sql`(${log} = c.log or ${log} = any(${logs}::int[]) and exists (
    select 1 from commitments_lead d join log n on n.id = d.log
    where d.commitment = c.sub and d.log = ${log} and d.state = 'live' and n.node = any(c.leads)
  ))`;
}

/** Place on the four steps; null is none of them, and compares with nothing. */
function step(status: ReturnType<typeof sql>) {
  return sql`array_position(array['not-started', 'limited', 'substantial', 'complete'], ${status})`;
}

/** Whether a row of `standings` as `c` fits each part of a filter but its origin; what was not asked for fits. */
export function fits({ status, timing, area, plan }: CommitmentFilter) {
  const all = sql<boolean>`true`;
  return {
    status:
      status === undefined
        ? all
        : sql<boolean>`c.status is not distinct from ${status === 'unreported' ? null : status}::text`,
    timing: timing === undefined ? all : timingIs(timing),
    area: area === undefined ? all : sql<boolean>`c.areas @> array[${area}]::text[]`,
    plan: plan === undefined ? all : sql<boolean>`c.plan is not distinct from ${plan}::text`,
  };
}

/** Whether a row of `standings` as `c` stands so; never null. */
export function timingIs(timing: string) {
  return (Object.hasOwn(TIMING, timing) ? TIMING[timing] : undefined) ?? sql<boolean>`false`;
}

const TIMING: Readonly<Record<string, RawBuilder<boolean>>> = {
  overdue: sql<boolean>`c.overdue`,
  planned: sql<boolean>`c.due_at is not null and not c.overdue and c.status is distinct from 'complete'`,
  done: sql<boolean>`c.status is not distinct from 'complete'`,
  disputed: sql<boolean>`c.disputed`,
};

function isAfter([rank, at, log, id]: [number, string, number, string]) {
  return sql`(found.rank, c.published_at, c.log, c.id) < (${rank}::int, ${at}::timestamptz, ${log}::int, ${id}::uuid)`;
}

type Row = Omit<CommitmentRow, 'path' | 'node' | 'own' | 'publishedAt' | 'updatedAt' | 'dueAt'> & {
  rank: number;
  published_at: Date;
  updated_at: Date;
  due_at: Date | null;
};
