import { subject } from '../../kernel/subjects/index.ts';
import type { Event } from './event.ts';
import type { Outcome } from './outcome.ts';

/** What has an address in this module. */
export const EVENTS = subject<Event>('event', 'events_event', '/events/');
export const OUTCOMES = subject<Outcome>('outcome', 'events_outcome', '/events/outcomes/');
