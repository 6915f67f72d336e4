import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { TableClass } from '../../../kernel/module/module.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { eventsDb } from '../schema.ts';
import { holdEvent, letIn } from './queue.ts';

/** How long registrations outlive their event: questions about it, and a number for its outcome. */
export const KEPT_DAYS = 30;

export const registrationTable: TableClass = {
  kind: 'private',
  retention: `P${KEPT_DAYS}D after the last occurrence of the event`,
  exportFor: (tx, account) =>
    eventsDb(tx)
      .selectFrom('events_registration as r')
      .leftJoin('events_event as e', 'e.id', 'r.event')
      .select(['e.sub as event', 'r.attendance', 'r.state', 'r.name', 'r.email', 'r.locale'])
      .select(['r.remind_day', 'r.remind_hour', 'r.registered_at', 'r.promoted_at'])
      .where('r.account', '=', account)
      .orderBy('r.registered_at')
      .execute(),
  async eraseFor(tx, account, { now }) {
    const gone = await eventsDb(tx)
      .deleteFrom('events_registration')
      .where('account', '=', account)
      .returning('event')
      .execute();
    // In one order everywhere, so that two erasures do not wait for each other.
    for (const event of [...new Set(gone.map((row) => row.event))].sort()) await giveOn(tx, event, now);
  },
  async expire(tx, now) {
    await eventsDb(tx)
      .deleteFrom('events_registration')
      .where('registered_at', '<=', sql<Date>`${now}::timestamptz - make_interval(days => ${KEPT_DAYS})`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('events_occurrence as o')
              .innerJoin('log as l', 'l.id', 'o.log')
              .select('o.at')
              .where('l.role', '=', 'own')
              .whereRef('o.event', '=', 'events_registration.event')
              .where('o.ends_at', '>', sql<Date>`${now}::timestamptz - make_interval(days => ${KEPT_DAYS})`),
          ),
        ),
      )
      .execute();
  },
};

/** A place that an erasure frees goes to who waits; of an event that is no more there is none. */
async function giveOn(tx: Tx, event: string, now: Date): Promise<void> {
  try {
    await letIn(tx, event, await holdEvent(tx, event), { now });
  } catch (error) {
    if (!(error instanceof WithdrawnSubject)) throw error;
  }
}

export const letterTable: TableClass = {
  kind: 'private',
  retention: 'as long as the registration; only that and when it was sent, no text',
  exportFor: (tx, account) =>
    eventsDb(tx)
      .selectFrom('events_letter as letter')
      .innerJoin('events_registration as r', 'r.id', 'letter.registration')
      .select(['letter.what', 'letter.about', 'letter.asked_at', 'letter.sent_at'])
      .where('r.account', '=', account)
      .orderBy('letter.asked_at')
      .execute(),
  async eraseFor(tx, account) {
    const own = eventsDb(tx).selectFrom('events_registration').select('id').where('account', '=', account);
    await eventsDb(tx).deleteFrom('events_letter').where('registration', 'in', own).execute();
  },
};
