import { intlLocale } from '../i18n/intl-locale.ts';
import type { Locale } from '../i18n/locale.ts';

const MOST_KEPT = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

/** "Tallinn (GMT+3)": the place by which the zone is named, and how far its clocks are from Greenwich then. */
export function zoneWords(zone: string, moment: Date, locale: Locale): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const offset = formatOf(zone, locale)
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return offset === undefined || offset === place ? place : `${place} (${offset})`;
}

function formatOf(timeZone: string, locale: Locale): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(intlLocale(locale), { timeZone, timeZoneName: 'shortOffset' });
    if (formats.size >= MOST_KEPT) formats.clear();
    formats.set(key, made);
  }
  return made;
}
