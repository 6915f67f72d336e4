import type { Tx } from '../../../kernel/database/tables.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { Event } from '../event.ts';
import { eventsDb } from '../schema.ts';
import { ATTENDANCES } from '../vocabulary.ts';
import { writeLetters } from './letters.ts';

/**
 * An event of ours, its row held until the transaction ends: whoever else registers, cancels or revises waits here, so that
 * places are given one after the other. @throws NotFound, WithdrawnSubject
 */
export async function holdEvent(tx: Tx, id: string): Promise<Event> {
  const row = await eventsDb(tx)
    .selectFrom('events_event as e')
    .innerJoin('log as l', 'l.id', 'e.log')
    .select(['e.state', 'e.body'])
    .where('l.role', '=', 'own')
    .where('e.id', '=', id)
    .forUpdate('e')
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('event');
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  return row.body;
}

/**
 * Lets in those who wait, in the order in which they came, as far as there are places; tells them by letter, but for `quiet`,
 * who is told otherwise. Call it with the event held. Gives the registrations that got a place.
 */
export async function letIn(
  tx: Tx,
  id: string,
  event: Event,
  { now, quiet }: { now: Date; quiet?: string },
): Promise<Set<string>> {
  const places = event.registration?.places;
  const admitted = new Set<string>();
  for (const attendance of ATTENDANCES) {
    const free = await freePlaces(tx, id, attendance, places?.[attendance]);
    if (free <= 0) continue;
    const next = eventsDb(tx)
      .selectFrom('events_registration')
      .select('id')
      .where('event', '=', id)
      .where('attendance', '=', attendance)
      .where('state', '=', 'waiting')
      .orderBy('place')
      .limit(free);
    const rows = await eventsDb(tx)
      .updateTable('events_registration')
      .set({ state: 'in', promoted_at: now })
      .where('id', 'in', next)
      .returning('id')
      .execute();
    for (const row of rows) admitted.add(row.id);
  }
  const told = [...admitted].filter((one) => one !== quiet);
  await writeLetters(tx, { registrations: told, what: 'promoted', now });
  return admitted;
}

/** More than anybody could fill, where the event sets no number. */
const UNLIMITED = 1_000_000;

async function freePlaces(
  tx: Tx,
  event: string,
  attendance: string,
  places: number | undefined,
): Promise<number> {
  if (places === undefined) return UNLIMITED;
  const { count } = await eventsDb(tx)
    .selectFrom('events_registration')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('event', '=', event)
    .where('attendance', '=', attendance as 'online')
    .where('state', '=', 'in')
    .executeTakeFirstOrThrow();
  return places - Number(count);
}
