/**
 * Calendars for programs of people (iCalendar, RFC 5545): whole local days, such as deadlines, and events with a clock time,
 * once or repeated. Each is written with its time zone, and the zone with it, from the same data by which the node itself
 * decides when it is.
 *
 * @example
 * writeCalendar({ name: 'Deadlines', days: [{ uid, zone: 'Europe/Tallinn', start, end, title: 'The portal is open', … }] })
 * writeEvents({ name: 'Events', events: [{ uid, zone: 'Asia/Seoul', start, end, title: 'Workshop', … }] })
 */

export { isNamedZone } from './bounds.ts';
export { type CalendarDay, writeCalendar } from './calendar.ts';
export { lastDayOf } from './day.ts';
export { type CalendarEvent, type CalendarRecurrence, writeEvents } from './events.ts';
export { isWallTime, momentOf } from './wall-time.ts';
export { zoneWords } from './zone-words.ts';
