import { momentOf } from '../../../kernel/calendar/wall-time.ts';
import type { Event } from '../event.ts';
import { occurrencesOf } from '../time/occurrences.ts';

/** Whether people can register: `none` where they cannot at this node at all. */
export type Window =
  | { state: 'none' }
  | { state: 'not-yet'; opens: Date }
  | { state: 'open'; closes: Date }
  | { state: 'over'; closed: Date };

/** Registration ends when the last occurrence that takes place begins, if the event does not say otherwise. */
export function windowOf(event: Event, now: Date): Window {
  const { registration, zone, status } = event;
  if (registration === undefined) return { state: 'none' };
  const taking = occurrencesOf(event).filter(({ cancelled }) => !cancelled);
  const last = taking.at(-1)?.start ?? momentOf(event.start, zone);
  const closes = registration.closes === undefined ? last : momentOf(registration.closes, zone);
  const opens = registration.opens === undefined ? null : momentOf(registration.opens, zone);
  if (status === 'cancelled' || now >= closes) return { state: 'over', closed: closes };
  if (opens !== null && now < opens) return { state: 'not-yet', opens };
  return { state: 'open', closes };
}
