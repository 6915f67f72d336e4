import { TZDate } from '@date-fns/tz';
import ical, { ICalEventTransparency } from 'ical-generator';
import { timeZone } from './time-zone.ts';

/** The last local day of something. */
export interface CalendarDay {
  /** The same at every node that shows it, and in every version. */
  uid: string;
  /** IANA zone, and the moments at which the day begins and is over there. */
  zone: string;
  start: Date;
  end: Date;
  title: string;
  description: string;
  url: string;
  /** From 0; counts the versions. */
  sequence: number;
  publishedAt: Date;
  updatedAt: Date;
}

/** What ends elsewhere is a mistake or mischief, and programs of people fail on the years of the first Caesars. */
const YEARS = { from: new Date('1970-01-02T00:00:00Z'), to: new Date('2200-01-01T00:00:00Z') };

/** A name of the zone database. `+05:00` is none, and where it stood in a parameter the line would break. */
const NAMED_ZONE = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

export function writeCalendar({ name, days }: { name: string; days: readonly CalendarDay[] }): string {
  const shown = days.filter(({ end }) => end >= YEARS.from && end < YEARS.to);
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Koinon', product: 'Koinon' },
    timezone: { name: null, generator: (zone) => timeZone(zone, momentsIn(zone, shown)) },
  });
  for (const { uid, zone, start, end, title, description, url, sequence, publishedAt, updatedAt } of shown) {
    const named = NAMED_ZONE.test(zone);
    calendar.createEvent({
      id: uid,
      timezone: named ? zone : null,
      start: named ? new TZDate(start, zone) : start,
      end: named ? new TZDate(end, zone) : end,
      summary: clean(title),
      description: clean(description),
      url,
      sequence,
      created: publishedAt,
      lastModified: updatedAt,
      stamp: updatedAt,
      // A deadline is no appointment.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar}\r\n`;
}

function momentsIn(zone: string, days: readonly CalendarDay[]): Date[] {
  return days.filter((day) => day.zone === zone).flatMap(({ start, end }) => [start, end]);
}

/** Without what a text has no place for (RFC 5545, 3.3.11): controls but tabs and line ends, and halves of characters. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\t\n\u0020-\u007e\u0080-\u{10ffff}]/gu, '');
}

/** The one text that the writer takes as it is. */
function escaped(name: string): string {
  return clean(name)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\;,]/g, '\\$&');
}
