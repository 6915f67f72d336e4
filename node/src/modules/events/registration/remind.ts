import { sql } from 'kysely';
import type { JobDefinition } from '../../../kernel/module/module.ts';
import { eventsDb } from '../schema.ts';
import { putLetters, sendLettersSoon } from './letters.ts';

/** How long before an occurrence each reminder is due. Whoever registers later than that needs none. */
const DUE = { day: 24, hour: 1 } as const;

/** Writes the reminders that are due; each occurrence is reminded of once, however often this runs. */
export const remindJob: JobDefinition = {
  name: 'events.remind',
  cron: '*/5 * * * *',
  async run(kernel) {
    const now = kernel.clock.now();
    await kernel.database.transaction(async (tx) => {
      for (const what of ['day', 'hour'] as const) {
        const before = sql<Date>`o.starts_at - make_interval(hours => ${DUE[what]})`;
        const due = await eventsDb(tx)
          .selectFrom('events_registration as r')
          .innerJoin('events_event as e', 'e.id', 'r.event')
          .innerJoin('log as l', 'l.id', 'e.log')
          .innerJoin('events_occurrence as o', (join) =>
            join.onRef('o.event', '=', 'e.id').onRef('o.log', '=', 'e.log'),
          )
          .select(['r.id', 'o.at'])
          .where('l.role', '=', 'own')
          .where('e.state', '=', 'live')
          .where('e.status', 'not in', ['cancelled', 'postponed'])
          .where('o.cancelled', '=', false)
          .where('o.starts_at', '>', now)
          .where(before, '<=', now)
          .whereRef('r.registered_at', '<', before)
          .where('r.state', '=', 'in')
          .where('r.email', 'is not', null)
          .where(what === 'day' ? 'r.remind_day' : 'r.remind_hour', '=', true)
          .execute();
        if (due.length === 0) continue;
        const letters = due.map(({ id, at }) => ({ registration: id, about: at }));
        await putLetters(tx, { what, letters, now });
        await sendLettersSoon(tx, kernel);
      }
    });
  },
};
