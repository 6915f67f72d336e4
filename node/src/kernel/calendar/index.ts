/**
 * Calendars of whole local days for programs of people (iCalendar, RFC 5545). A day is written with its time zone, and the
 * zone with it, from the same data by which the node itself decides when the day is over.
 *
 * @example
 * writeCalendar({ name: 'Deadlines', days: [{ uid, zone: 'Europe/Tallinn', start, end, title: 'The portal is open', … }] })
 */
export { type CalendarDay, writeCalendar } from './calendar.ts';
