import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';

export interface ReadOccurrence {
  start: string;
  end: string;
  title: string;
  status: string | null;
}

/** More than any series that we write has. */
const MOST = 1000;
const EVER = { from: new Date('1970-01-01T00:00:00Z'), to: new Date('2200-01-01T00:00:00Z') };

/** Every occurrence of every event in a calendar, as ical.js makes them of it. */
export function withIcalJs(text: string): ReadOccurrence[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const components = calendar.getAllSubcomponents('vevent');
  const masters = components.filter((one) => !one.hasProperty('recurrence-id'));
  const found = masters.flatMap((component) => {
    const exceptions = components.filter(
      (one) =>
        one.hasProperty('recurrence-id') &&
        one.getFirstPropertyValue('uid') === component.getFirstPropertyValue('uid'),
    );
    const event = new ICAL.Event(component, { exceptions });
    if (!event.isRecurring()) return [occurrence(event, event.startDate, event.endDate)];
    const all: ReadOccurrence[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next && all.length < MOST; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      all.push(occurrence(item, startDate, endDate));
    }
    return all;
  });
  return sorted(found);
}

function occurrence(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): ReadOccurrence {
  const status = event.component.getFirstPropertyValue('status');
  return {
    start: start.toJSDate().toISOString(),
    end: end.toJSDate().toISOString(),
    title: event.summary,
    status: typeof status === 'string' ? status : null,
  };
}

/** The same, as node-ical makes them of it. */
export function withNodeIcal(text: string): ReadOccurrence[] {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter(
    (one): one is VEvent => one?.type === 'VEVENT',
  );
  const found = events.flatMap((event) =>
    nodeIcal.expandRecurringEvent(event, EVER).map(({ start, end, summary, event: instance }) => ({
      start: start.toISOString(),
      end: end.toISOString(),
      title: String(summary),
      status: instance.status ?? null,
    })),
  );
  return sorted(found);
}

function sorted(all: readonly ReadOccurrence[]): ReadOccurrence[] {
  return [...all].sort((a, b) => a.start.localeCompare(b.start) || a.title.localeCompare(b.title));
}
