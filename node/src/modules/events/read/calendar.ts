import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import type { Event } from '../event.ts';
import { EVENTS } from '../subjects.ts';

/** How long what is over stays in a calendar to subscribe to, and how many events it has at most. */
const KEPT_DAYS = 92;
const MOST = 1000;

/** Events of a calendar: everything to come, and what was of late, so that a day does not vanish when it is over. */
export async function eventsForCalendar(
  kernel: Pick<Kernel, 'db' | 'clock'>,
  from: 'self' | 'alliance',
): Promise<SubjectRow<Event>[]> {
  const since = new Date(kernel.clock.now().getTime() - KEPT_DAYS * 86_400_000);
  const rows = await subjectRows(kernel, EVENTS)
    .where('t.state', '=', 'live')
    .where(sql<boolean>`t.ends_at >= ${since}`)
    .$if(from === 'self', (query) => query.where('l.role', '=', 'own'))
    .orderBy(sql`t.starts_at`)
    .limit(MOST)
    .execute();
  return rows.map((row) => subjectRow<Event>(row));
}
