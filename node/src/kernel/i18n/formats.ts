import { isPartialDate } from '../calendar/day.ts';
import { intlLocale } from './intl-locale.ts';
import type { Formats, Locale } from './locale.ts';

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
const MOST_DAYS = 5000;
const NBSP = '\u00a0';

/** Numbers and dates of one locale in one time zone (IANA name); every Intl object is made once. */
export function makeFormats(locale: Locale, timeZone: string): Formats {
  const tag = intlLocale(locale);
  const day = { day: 'numeric', month: 'long' } as const;
  const numbers = new Map<string, Intl.NumberFormat>();
  const clock = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone });
  const dayMonth = new Intl.DateTimeFormat(tag, { ...day, timeZone });
  const fullDate = new Intl.DateTimeFormat(tag, { ...day, year: 'numeric', timeZone });
  // A partial date is of no zone: it is written as it is read.
  const yearOnly = new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' });
  const monthYear = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dayInYear = new Intl.DateTimeFormat(tag, { ...day, year: 'numeric', timeZone: 'UTC' });
  const fullTime = new Intl.DateTimeFormat(tag, {
    ...{ ...day, year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    ...{ hourCycle: 'h23', timeZone, timeZoneName: 'short' },
  });
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const lists = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' });
  const languages = new Intl.DisplayNames(tag, { type: 'language' });
  const civil = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const days = new Map<number, string>();
  /** `2026-11-23`, kept: a page names few days many times. Offsets of zones are whole quarters of an hour. */
  const dayOf = (at: Date) => {
    const quarter = Math.floor(at.getTime() / QUARTER_MS);
    let day = days.get(quarter);
    if (day === undefined) {
      day = civil.format(at);
      if (days.size >= MOST_DAYS) days.clear();
      days.set(quarter, day);
    }
    return day;
  };

  const number: Formats['number'] = (value, options) => {
    const key = options === undefined ? '' : JSON.stringify(options);
    let made = numbers.get(key);
    if (made === undefined) {
      made = new Intl.NumberFormat(tag, options);
      numbers.set(key, made);
    }
    return made.format(value);
  };
  const partialDate: Formats['partialDate'] = (value) => {
    if (!isPartialDate(value)) return value;
    const form = value.length === 4 ? yearOnly : value.length === 7 ? monthYear : dayInYear;
    return form.format(new Date(`${value.padEnd(10, '-01')}T00:00:00Z`));
  };
  return {
    number,
    date: (value) => fullDate.format(value),
    partialDate,
    period: (start = '', end = '') =>
      start === '' && end === '' ? '' : `${partialDate(start)} – ${partialDate(end)}`.trim(),
    dateTime: (value) => fullTime.format(value),
    when(value, now) {
      const [day, today] = [dayOf(value), dayOf(now)];
      const apart = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
      if (Math.abs(apart) <= 1) return `${ago.format(apart, 'day')} ${clock.format(value)}`;
      if (Math.abs(apart) < 7) return `${weekday.format(value)} ${clock.format(value)}`;
      return (day.slice(0, 4) === today.slice(0, 4) ? dayMonth : fullDate).format(value);
    },
    relative(value, now) {
      const seconds = Math.round((value.getTime() - now.getTime()) / 1000);
      const [size, unit] = RELATIVE_UNITS.find(([from]) => Math.abs(seconds) >= from) ?? [
        1,
        'second' as const,
      ];
      return ago.format(Math.trunc(seconds / size), unit);
    },
    list: (values) => lists.format(values),
    language(languageTag) {
      try {
        return languages.of(languageTag) ?? languageTag;
      } catch {
        return languageTag;
      }
    },
    bytes(value) {
      const step = BYTE_UNITS.findLast(([from]) => value >= from) ?? BYTE_UNITS[0];
      const amount = value / step[0];
      const digits = amount < 10 && step[1] !== 'byte' ? 1 : 0;
      const options = {
        style: 'unit',
        unit: step[1],
        unitDisplay: 'short',
        maximumFractionDigits: digits,
      } as const;
      // ICU writes a plain space before some units; a number and its unit stay on one line.
      return number(amount, options).replace(' ', NBSP);
    },
  };
}

const RELATIVE_UNITS = [
  [31_536_000, 'year'],
  [2_592_000, 'month'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;

const BYTE_UNITS = [
  [1, 'byte'],
  [1e3, 'kilobyte'],
  [1e6, 'megabyte'],
  [1e9, 'gigabyte'],
  [1e12, 'terabyte'],
] as const satisfies ReadonlyArray<readonly [number, string]>;
