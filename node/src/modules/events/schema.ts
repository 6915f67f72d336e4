import type { Kysely } from 'kysely';
import type { Db, KernelTables, Tx } from '../../kernel/database/tables.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
import type { Json, SubjectColumns, Timestamp } from '../../kernel/subjects/index.ts';
import type { Event } from './event.ts';
import type { Outcome } from './outcome.ts';
import type { Attendance } from './vocabulary.ts';

export interface EventTable extends SubjectColumns<Event> {
  title: Json<LangText>;
  summary: Json<LangText>;
  type: string;
  mode: string;
  status: string;
  topics: string[];
  /** When the first occurrence begins, and the last is over. */
  starts_at: Timestamp;
  ends_at: Timestamp;
}

/** One time that an event takes place. */
export interface OccurrenceTable {
  log: number;
  event: string;
  /** Its name within the event: the wall time by which the rule makes it. */
  at: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  /** What clocks of the event's zone show when it begins. */
  starts_local: string;
  cancelled: boolean;
}

export interface OutcomeTable extends SubjectColumns<Outcome> {
  /** Subject of the event. */
  event: string;
}

/** Somebody who will attend an event of ours, or waits for a place. */
export interface RegistrationTable {
  id: string;
  event: string;
  account: string;
  attendance: Attendance;
  state: 'in' | 'waiting';
  /** Order in which they came; who is let in from the list keeps it. */
  place: number;
  name: string;
  /** Where letters go; null: none are wanted. */
  email: string | null;
  locale: string;
  remind_day: boolean;
  remind_hour: boolean;
  registered_at: Timestamp;
  promoted_at: Timestamp | null;
}

/** A letter to somebody who registered; each is written once, whatever tries to write it again. */
export interface LetterTable {
  id: string;
  registration: string;
  what: 'registered' | 'waiting' | 'promoted' | 'day' | 'hour' | 'changed' | 'cancelled';
  /** What it is about: an occurrence, or the record of a version; empty for what happens once. */
  about: string;
  asked_at: Timestamp;
  /** Until when nobody else tries to send it. */
  claimed_until: Timestamp | null;
  tries: number;
  sent_at: Timestamp | null;
}

export type EventsTables = {
  events_event: EventTable;
  events_occurrence: OccurrenceTable;
  events_outcome: OutcomeTable;
  events_registration: RegistrationTable;
  events_letter: LetterTable;
};

/** The kernel's database (or transaction) as this module sees it. */
export function eventsDb(db: Db | Tx): Kysely<KernelTables & EventsTables> {
  return db.withTables<EventsTables>() as unknown as Kysely<KernelTables & EventsTables>;
}
