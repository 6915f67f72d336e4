import { Temporal } from 'temporal-polyfill';

/** Date and clock of a place, as people there read them, without a zone: `2027-03-04T09:00`. */
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

export function isWallTime(text: string): boolean {
  if (!WALL_TIME.test(text)) return false;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).year >= 1970;
  } catch {
    return false;
  }
}

/**
 * The moment of a wall time in an IANA zone. A time that clocks skip is read with the offset before the gap, one that they
 * show twice is the first of the two (RFC 5545, 3.3.5).
 */
export function momentOf(local: string, zone: string): Date {
  return new Date(zoned(local, zone).epochMilliseconds);
}

export function zoned(local: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' });
}

/** What clocks in a zone show at a moment. */
export function wallTimeAt(moment: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** Whether clocks in the zone ever show this time: in spring they skip an hour. */
export function clocksShow(local: string, zone: string): boolean {
  return wallTimeAt(momentOf(local, zone), zone) === local;
}
