import { sql } from 'kysely';
import { z } from 'zod';
import { endOfDay } from '../../../kernel/calendar/day.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import { type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import { cursor, cutPage, DEFAULT_LIMIT, type Paged, type PageRequest } from '../../../kernel/web/paging.ts';
import type { Commitment } from '../commitment.ts';
import { SUBJECTS } from '../subjects.ts';
import { readSaid } from './said.ts';
import { type Standing, standingOf } from './standing.ts';

/** A commitment along time: from its start to its end, with the deadlines between. */
export interface TimelineRow {
  commitment: SubjectRow<Commitment>;
  from: Date;
  to: Date;
  /** Deadlines of its milestones, each with how it stands. */
  deadlines: ReadonlyArray<{ key: string; at: Date; state: Standing['timing']['state'] }>;
  state: Standing['timing']['state'];
}

export interface Timeline extends Paged<TimelineRow> {
  /** Years in which commitments end, with how many do. */
  years: ReadonlyArray<{ year: string; count: number }>;
  /** The one that is shown; null where no commitment has an end. */
  year: string | null;
}

const byEnd = cursor(z.tuple([z.iso.datetime(), z.int(), z.uuid()]));

const keptYears = keepWhileUnchanged<Timeline['years']>(10_000);
const keptRows = keepWhileUnchanged<Paged<TimelineRow>>(10_000);

/**
 * The commitments that end in a year, those that end soonest first. Without a year, or with one in which none ends: the
 * first from now on, else the last. How they stand may lag behind the clock by ten seconds.
 */
export async function readTimeline(
  kernel: Kernel,
  asked: string | undefined,
  page: PageRequest,
): Promise<Timeline> {
  const shown = await readShownLogs(kernel.db);
  const years = await keptYears(kernel, shown, '', () => countYears(kernel));
  const now = String(kernel.clock.now().getUTCFullYear());
  const known = years.some(({ year }) => year === asked) ? asked : undefined;
  const year = known ?? (years.find((one) => one.year >= now) ?? years.at(-1))?.year ?? null;
  if (year === null) return { years, year, items: [], next: null };
  const read = () => readRows(kernel, year, page);
  // Years are few; parts and lengths are whatever somebody asks for, and are not kept.
  const common = page.after === null && page.limit === DEFAULT_LIMIT;
  return { years, year, ...(await (common ? keptRows(kernel, shown, year, read) : read())) };
}

/** The year of its last day, as the commitment itself writes it: a deadline in another zone may be a year later. */
const endYear = sql<string>`left(t.body->>'end', 4)`;

function ending(kernel: Pick<Kernel, 'db'>) {
  return subjectRows(kernel, SUBJECTS.commitment)
    .where('t.state', '=', 'live')
    .where(sql<boolean>`t.due_at is not null`);
}

async function countYears(kernel: Pick<Kernel, 'db'>): Promise<Timeline['years']> {
  return await ending(kernel)
    .clearSelect()
    .select([endYear.as('year'), sql<number>`count(*)::int`.as('count')])
    .groupBy(endYear)
    .orderBy(endYear)
    .execute();
}

async function readRows(kernel: Kernel, year: string, page: PageRequest): Promise<Paged<TimelineRow>> {
  const after = page.after === null ? null : byEnd.decode(page.after);
  const rows = await ending(kernel)
    .select(sql<Date>`t.due_at`.as('due_at'))
    .where(endYear, '=', year)
    .$if(after !== null, (query) => {
      const [at, log, id] = after ?? ['', 0, ''];
      return query.where(
        sql<boolean>`(t.due_at, t.log, t.id) > (${at}::timestamptz, ${log}::int, ${id}::uuid)`,
      );
    })
    .orderBy(sql`t.due_at`)
    .orderBy('t.log')
    .orderBy('t.id')
    .limit(page.limit + 1)
    .execute();
  const { items, next } = cutPage(rows, page.limit, byEnd, (row) => [
    row.due_at.toISOString(),
    row.log,
    row.id,
  ]);
  const commitments = items.map((row) => subjectRow<Commitment>(row));
  const said = await readSaid(kernel, commitments);
  const now = kernel.clock.now();
  const none = { leads: [], reports: [], assessments: [] };
  return {
    items: commitments.map((one) => alongTime(one, standingOf(one.body, said.get(one.sub) ?? none, now))),
    next,
  };
}

function alongTime(commitment: SubjectRow<Commitment>, { timing, steps }: Standing): TimelineRow {
  const { body, publishedAt } = commitment;
  const to = endOfDay(body.end ?? '', body.zone);
  // Its first day is not more exact than its last; without a start it begins when it was promised.
  const from = body.start === undefined ? publishedAt : new Date(Date.parse(firstDay(body.start)));
  return {
    commitment,
    from: from < to ? from : to,
    to,
    state: timing.state,
    deadlines: body.milestones.flatMap(({ key, deadline }) =>
      deadline === undefined
        ? []
        : [{ key, at: endOfDay(deadline, body.zone), state: steps.get(key)?.state ?? 'planned' }],
    ),
  };
}

function firstDay(partial: string): string {
  return partial.length === 4 ? `${partial}-01-01` : partial.length === 7 ? `${partial}-01` : partial;
}
