import { TZDate } from '@date-fns/tz';
import ical, { ICalEventTransparency } from 'ical-generator';
import { isNamedZone, isWritable } from './bounds.ts';
import { clean, escaped } from './text.ts';
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

export function writeCalendar({ name, days }: { name: string; days: readonly CalendarDay[] }): string {
  const shown = days.filter(({ end }) => isWritable(end));
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Koinon', product: 'Koinon' },
    timezone: { name: null, generator: (zone) => timeZone(zone, momentsIn(zone, shown)) },
  });
  for (const { uid, zone, start, end, title, description, url, sequence, publishedAt, updatedAt } of shown) {
    const named = isNamedZone(zone);
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
