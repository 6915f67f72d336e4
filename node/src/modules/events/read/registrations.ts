import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { pathOf } from '../../../kernel/subjects/index.ts';
import { eventsDb } from '../schema.ts';
import { EVENTS } from '../subjects.ts';
import type { Attendance } from '../vocabulary.ts';

/** How many will attend and how many wait, by way of attending. Numbers are public; people never. */
export type Counts = Readonly<Record<Attendance, { in: number; waiting: number }>>;

export async function countRegistrations({ db }: Pick<Kernel, 'db'>, event: string): Promise<Counts> {
  const rows = await eventsDb(db)
    .selectFrom('events_registration')
    .select(['attendance', 'state'])
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('event', '=', event)
    .groupBy(['attendance', 'state'])
    .execute();
  const of = (attendance: Attendance, state: 'in' | 'waiting') =>
    Number(rows.find((row) => row.attendance === attendance && row.state === state)?.count ?? 0);
  const both = (attendance: Attendance) => ({ in: of(attendance, 'in'), waiting: of(attendance, 'waiting') });
  return { 'in-person': both('in-person'), online: both('online') };
}

/** What a person said about attending, for that person alone. */
export interface OwnRegistration {
  attendance: Attendance;
  state: 'in' | 'waiting';
  /** How many are before them on the list. */
  ahead: number;
  name: string;
  email: string | null;
  remindDay: boolean;
  remindHour: boolean;
}

export async function readOwnRegistration(
  { db }: Pick<Kernel, 'db'>,
  actor: Actor,
  event: string,
): Promise<OwnRegistration | null> {
  if (actor.type !== 'person' && actor.type !== 'guest') return null;
  const row = await eventsDb(db)
    .selectFrom('events_registration as r')
    .select(['r.attendance', 'r.state', 'r.name', 'r.email', 'r.remind_day', 'r.remind_hour'])
    .select((eb) =>
      eb
        .selectFrom('events_registration as other')
        .select((inner) => inner.fn.countAll<string>().as('n'))
        .whereRef('other.event', '=', 'r.event')
        .whereRef('other.attendance', '=', 'r.attendance')
        .where('other.state', '=', 'waiting')
        .whereRef('other.place', '<', 'r.place')
        .as('ahead'),
    )
    .where('r.event', '=', event)
    .where('r.account', '=', actor.account)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { remind_day: remindDay, remind_hour: remindHour, ahead, ...rest } = row;
  return { ...rest, ahead: Number(ahead ?? 0), remindDay, remindHour };
}

export interface ListedRegistration {
  name: string;
  email: string | null;
  attendance: Attendance;
  state: 'in' | 'waiting';
  /** Origin of the node whose login they used. */
  home: string;
  registeredAt: Date;
}

/** Everybody who registered, in the order in which they came; for those who run the event. @throws NotPermitted */
export async function listRegistrations(
  { db }: Pick<Kernel, 'db'>,
  actor: Actor,
  event: string,
): Promise<ListedRegistration[]> {
  require(actor, 'events.registrations', pathOf(EVENTS, event));
  const rows = await eventsDb(db)
    .selectFrom('events_registration as r')
    .innerJoin('account as a', 'a.id', 'r.account')
    .select(['r.name', 'r.email', 'r.attendance', 'r.state', 'r.registered_at', 'a.issuer as home'])
    .where('r.event', '=', event)
    .orderBy('r.place')
    .execute();
  return rows.map(({ registered_at: registeredAt, ...row }) => ({ ...row, registeredAt }));
}
