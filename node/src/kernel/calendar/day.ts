/** A day, a month or a year of the Gregorian calendar: `2027-03-31`, `2027-03`, `2027`. */
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const DAY_MS = 86_400_000;

/** The last day of what a partial date names, as milliseconds of its UTC midnight; null where there is no such day. */
function lastDay(date: string): number | null {
  const parts = PARTIAL_DATE.exec(date);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 12), parts[3]];
  if (month < 1 || month > 12) return null;
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  if (day === undefined) return last.getTime();
  if (Number(day) < 1 || Number(day) > last.getUTCDate()) return null;
  last.setUTCDate(Number(day));
  return last.getTime();
}

export function isPartialDate(date: string): boolean {
  return lastDay(date) !== null;
}

/** The last day of a partial date: `2028-02` gives `2028-02-29`. @throws RangeError where it is no date */
export function lastDayOf(date: string): string {
  const day = lastDay(date);
  if (day === null) throw new RangeError(`not a date: ${date}`);
  return new Date(day).toISOString().slice(0, 10);
}

/** @example dayBefore('2028-03-01') // '2028-02-29' */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${lastDayOf(day)}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment at which the last local day of a date is over in an IANA zone, as people there read it on their clocks.
 *
 * @example endOfDay('2027-03', 'Europe/Tallinn').toISOString() // '2027-03-31T21:00:00.000Z'
 * @throws RangeError where the date or the zone is none
 */
export function endOfDay(date: string, zone: string): Date {
  const day = lastDay(date);
  if (day === null) throw new RangeError(`not a date: ${date}`);
  const midnight = day + DAY_MS;
  // Where clocks change at midnight the offsets before and after it differ: the first moment that reads as the next day.
  const candidates = [-DAY_MS, DAY_MS].map((by) => midnight - offset(midnight + by, zone));
  const first = Math.min(...candidates);
  return new Date(first + offset(first, zone) >= midnight ? first : Math.max(...candidates));
}

/** How far local clocks are ahead of UTC at a moment, in milliseconds. */
function offset(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  return local.getTime() - Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}
