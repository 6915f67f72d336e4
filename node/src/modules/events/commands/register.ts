import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Tx } from '../../../kernel/database/tables.ts';
import { LOCALES } from '../../../kernel/i18n/locale.ts';
import type { Actor, GuestActor, PersonActor } from '../../../kernel/identity/actor.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { normalAddress } from '../../../kernel/login/index.ts';
import { NotAPerson } from '../../../kernel/participation/index.ts';
import { NoSuchAttendance, OwnPeopleOnly, RegistrationClosed } from '../error.ts';
import type { Event } from '../event.ts';
import { sendLettersSoon, writeLetters } from '../registration/letters.ts';
import { holdEvent, letIn } from '../registration/queue.ts';
import { windowOf } from '../registration/window.ts';
import { eventsDb } from '../schema.ts';
import { ATTENDANCES, attendancesOf } from '../vocabulary.ts';

export const registrationInput = z.object({
  name: z.string().trim().min(1).max(200),
  attendance: z.enum(ATTENDANCES),
  /** Where letters go; without it there are none. */
  email: z
    .string()
    .max(320)
    .refine((address) => normalAddress(address) !== null, 'not an e-mail address')
    .optional(),
  locale: z.enum(LOCALES),
  remindDay: z.boolean().default(false),
  remindHour: z.boolean().default(false),
});
export type RegistrationInput = z.output<typeof registrationInput>;

export interface Registered {
  id: string;
  state: 'in' | 'waiting';
}

/**
 * Registers who is logged in, or changes what they said before. Whoever comes when all places are taken waits, and nobody
 * overtakes. @throws NotFound, WithdrawnSubject, NotAPerson, OwnPeopleOnly, RegistrationClosed, NoSuchAttendance
 */
export async function register(
  kernel: Kernel,
  actor: Actor,
  { event: id, body }: { event: string; body: RegistrationInput },
): Promise<Registered> {
  return await kernel.database.transaction(async (tx) => {
    const event = await holdEvent(tx, id);
    const { account } = requireAdmitted(actor, event);
    const now = kernel.clock.now();
    if (windowOf(event, now).state !== 'open') throw new RegistrationClosed(id);
    if (!attendancesOf(event.mode).includes(body.attendance)) throw new NoSuchAttendance(body.attendance);
    const details = {
      name: body.name,
      email: body.email === undefined ? null : normalAddress(body.email),
      locale: body.locale,
      remind_day: body.remindDay,
      remind_hour: body.remindHour,
    };
    const before = await ownRow(tx, id, account);
    if (before?.attendance === body.attendance) {
      await eventsDb(tx)
        .updateTable('events_registration')
        .set(details)
        .where('id', '=', before.id)
        .execute();
      return { id: before.id, state: before.state };
    }
    // Another way of attending is another queue, and one comes to it now.
    if (before !== undefined)
      await eventsDb(tx).deleteFrom('events_registration').where('id', '=', before.id).execute();
    const made = uuidv7();
    await eventsDb(tx)
      .insertInto('events_registration')
      .values({
        ...{ id: made, event: id, account, attendance: body.attendance, state: 'waiting', ...details },
        place: await nextPlace(tx, id),
        registered_at: now,
        promoted_at: null,
      })
      .execute();
    const admitted = await letIn(tx, id, event, { now, quiet: made });
    const state = admitted.has(made) ? 'in' : 'waiting';
    const what = state === 'in' ? 'registered' : 'waiting';
    await writeLetters(tx, { registrations: [made], what, now });
    await sendLettersSoon(tx, kernel);
    return { id: made, state };
  });
}

/** Gives up a place, which goes to who waits longest. Nothing happens where there is none: the button was pressed twice. */
export async function cancelRegistration(
  kernel: Kernel,
  actor: Actor,
  { event: id }: { event: string },
): Promise<void> {
  const { account } = requirePerson(actor);
  await kernel.database.transaction(async (tx) => {
    const event = await holdEvent(tx, id);
    await eventsDb(tx)
      .deleteFrom('events_registration')
      .where('event', '=', id)
      .where('account', '=', account)
      .execute();
    await letIn(tx, id, event, { now: kernel.clock.now() });
    await sendLettersSoon(tx, kernel);
  });
}

function requirePerson(actor: Actor): PersonActor | GuestActor {
  if (actor.type === 'person' || actor.type === 'guest') return actor;
  throw new NotAPerson(actor.type);
}

function requireAdmitted(actor: Actor, { registration }: Event): PersonActor | GuestActor {
  const person = requirePerson(actor);
  if (person.type === 'guest' && registration?.guests === false) throw new OwnPeopleOnly(person.issuer);
  return person;
}

async function ownRow(tx: Tx, event: string, account: string) {
  return await eventsDb(tx)
    .selectFrom('events_registration')
    .select(['id', 'attendance', 'state'])
    .where('event', '=', event)
    .where('account', '=', account)
    .executeTakeFirst();
}

async function nextPlace(tx: Tx, event: string): Promise<number> {
  const { last } = await eventsDb(tx)
    .selectFrom('events_registration')
    .select((eb) => eb.fn.max('place').as('last'))
    .where('event', '=', event)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
