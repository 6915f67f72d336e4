import { intlLocale } from '../../../kernel/i18n/intl-locale.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';

type Style = 'day' | 'clock' | 'month';

const OPTIONS: Record<Style, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { month: 'long', year: 'numeric' },
};

const MOST_KEPT = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: Style, locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${locale} ${timeZone}`;
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(intlLocale(locale), { ...OPTIONS[style], timeZone });
    if (formats.size >= MOST_KEPT) formats.clear();
    formats.set(key, made);
  }
  return made;
}

/** "Thursday 4 March 2027" by the calendar of a zone. */
export function dayWords(moment: Date, locale: Locale, zone: string): string {
  return format('day', locale, zone).format(moment);
}

/** "March 2027" of a month written `2027-03`. */
export function monthWords(month: string, locale: Locale): string {
  return format('month', locale, 'UTC').format(new Date(`${month}-01T00:00:00Z`));
}

/** "09:00". */
export function clockOf(moment: Date, locale: Locale, zone: string): string {
  return format('clock', locale, zone).format(moment);
}

/** "09:00–17:30"; what ends on another day says which. */
export function clockWords({ start, end }: { start: Date; end: Date }, locale: Locale, zone: string): string {
  const clock = format('clock', locale, zone);
  const sameDay = dayWords(start, locale, zone) === dayWords(end, locale, zone);
  return `${clock.format(start)}–${sameDay ? '' : `${dayWords(end, locale, zone)} `}${clock.format(end)}`;
}
