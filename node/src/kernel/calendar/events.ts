import { TZDate } from '@date-fns/tz';
import ical, { ICalEventStatus } from 'ical-generator';
import { isNamedZone, isWritable } from './bounds.ts';
import { clean, escaped } from './text.ts';
import { timeZone } from './time-zone.ts';

/** Something that takes place at a time, once or again and again. */
export interface CalendarEvent {
  /** The same at every node that shows it, and in every version. */
  uid: string;
  /** Name of an IANA zone: clocks there say when it is. */
  zone: string;
  start: Date;
  end: Date;
  title: string;
  description: string;
  location: string;
  url: string;
  categories: readonly string[];
  status: 'tentative' | 'confirmed' | 'cancelled';
  /** From 0; counts the versions. */
  sequence: number;
  publishedAt: Date;
  updatedAt: Date;
  repeats?: CalendarRecurrence;
  /** The start that the rule makes of the one occurrence that this stands in place of. */
  replaces?: Date;
}

export interface CalendarRecurrence {
  /** Value of RRULE. */
  rule: string;
  /** Starts that the rule makes and that are left out, and starts beside those that it makes. */
  except: readonly Date[];
  also: readonly Date[];
  /** Every start, so that the zone is written with each change of its clocks. */
  starts: readonly Date[];
}

const STATUS = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** A calendar of events, each with its time zone; what lies out of the years that programs read is left out. */
export function writeEvents({ name, events }: { name: string; events: readonly CalendarEvent[] }): string {
  const shown = events.filter(
    ({ start, end, zone }) => isNamedZone(zone) && isWritable(start) && isWritable(end),
  );
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Koinon', product: 'Koinon' },
    timezone: { name: null, generator: (zone) => timeZone(zone, momentsIn(zone, shown)) },
  });
  for (const event of shown) {
    const { zone, repeats, replaces } = event;
    const local = (moment: Date) => new TZDate(moment, zone);
    calendar.createEvent({
      id: event.uid,
      timezone: zone,
      start: local(event.start),
      end: local(event.end),
      summary: clean(event.title),
      description: clean(event.description),
      location: clean(event.location) || null,
      url: event.url,
      categories: event.categories.map((category) => ({ name: clean(category) })),
      status: STATUS[event.status],
      sequence: event.sequence,
      created: event.publishedAt,
      lastModified: event.updatedAt,
      stamp: event.updatedAt,
      ...(repeats && { repeating: repetition(repeats, zone) }),
      ...(replaces && { recurrenceId: local(replaces) }),
    });
  }
  return `${calendar}\r\n`;
}

/** The lines that say how an event repeats, as they stand in the calendar. */
function repetition({ rule, except, also }: CalendarRecurrence, zone: string): string {
  const dates = (name: string, moments: readonly Date[]) =>
    moments.map((moment) => `${name};TZID=${zone}:${localTime(moment, zone)}`);
  return [`RRULE:${rule}`, ...dates('EXDATE', except), ...dates('RDATE', also)].join('\r\n');
}

function localTime(moment: Date, zone: string): string {
  const at = new TZDate(moment, zone);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('');
  return `${day}T${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
}

function momentsIn(zone: string, events: readonly CalendarEvent[]): Date[] {
  return events
    .filter((event) => event.zone === zone)
    .flatMap(({ start, end, replaces = start, repeats }) => [
      ...[start, end, replaces],
      ...(repeats?.starts ?? []),
      ...(repeats?.starts.map((at) => new Date(at.getTime() + end.getTime() - start.getTime())) ?? []),
      ...(repeats?.except ?? []),
    ]);
}
