import { sql } from 'kysely';
import { endOfDay } from '../../../kernel/calendar/day.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
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

const MOST = 40;

/** The commitments with dates, those that end soonest first. */
export async function readTimeline(kernel: Kernel): Promise<TimelineRow[]> {
  const rows = await subjectRows(kernel, SUBJECTS.commitment)
    .where('t.state', '=', 'live')
    .where(sql<boolean>`t.due_at is not null`)
    .orderBy(sql`t.due_at`)
    .orderBy('t.id')
    .limit(MOST)
    .execute();
  const commitments = rows.map((row) => subjectRow<Commitment>(row));
  const said = await readSaid(kernel, commitments);
  const now = kernel.clock.now();
  return commitments.map((commitment) => {
    const { body, sub, publishedAt } = commitment;
    const own = said.get(sub) ?? { leads: [], reports: [], assessments: [] };
    const standing = standingOf(body, own, now);
    const to = endOfDay(body.end ?? '', body.zone);
    // Its first day is not more exact than its last; without a start it begins when it was promised.
    const from = body.start === undefined ? publishedAt : new Date(Date.parse(firstDay(body.start)));
    return {
      commitment,
      from: from < to ? from : to,
      to,
      state: standing.timing.state,
      deadlines: body.milestones.flatMap(({ key, deadline }) =>
        deadline === undefined
          ? []
          : [{ key, at: endOfDay(deadline, body.zone), state: standing.steps.get(key)?.state ?? 'planned' }],
      ),
    };
  });
}

function firstDay(partial: string): string {
  return partial.length === 4 ? `${partial}-01-01` : partial.length === 7 ? `${partial}-01` : partial;
}
