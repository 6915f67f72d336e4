import ICAL from 'ical.js';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { writeEvents } from '../../../kernel/calendar/index.ts';
import { eventInput } from '../event.ts';
import { exampleEvent, exampleSeries } from '../examples.ts';
import { withoutNames } from '../speakers.ts';
import { withIcalJs, withNodeIcal } from '../testing/readers.ts';
import { occurrencesOf } from '../time/occurrences.ts';
import { calendarEvents, calendarSessions } from './calendar.ts';
import { eventLinkedData } from './linked-data.ts';

const NODE = 'https://kaldavere.example';
const id = uuidv7();
const rowOf = (body: typeof exampleEvent, version = 3) => ({
  ...{ log: 1, id, jti: uuidv7(), latest: uuidv7(), sub: `${NODE}/events/${id}`, path: `/events/${id}` },
  ...{ node: NODE, own: true, version, state: 'live' as const, reason: null, stateAt: null },
  publishedAt: new Date('2027-01-01T00:00:00Z'),
  updatedAt: new Date('2027-01-02T00:00:00Z'),
  body: withoutNames(eventInput.parse(body)).body,
});
const words = { page: { locale: 'en' as const }, node: NODE, names: new Map([[NODE, 'Kaldavere']]) };
const calendar = (body: typeof exampleEvent) =>
  writeEvents({ name: 'Events', events: calendarEvents(rowOf(body), words) });

describe('a series as a calendar', () => {
  it('has its moved and its cancelled days, the same for two readers and for us', () => {
    const text = calendar(exampleSeries);
    const ours = occurrencesOf(exampleSeries).map(({ start, cancelled }) => [
      start.toISOString(),
      cancelled ? 'CANCELLED' : 'CONFIRMED',
    ]);
    const read = (all: ReturnType<typeof withIcalJs>) => all.map(({ start, status }) => [start, status]);
    expect(ours).toHaveLength(5);
    expect(read(withIcalJs(text))).toEqual(ours);
    expect(read(withNodeIcal(text))).toEqual(ours);
  });

  it('names its days and versions as RFC 5545 asks', () => {
    const text = calendar(exampleSeries).replaceAll('\r\n ', '');
    expect(text).toContain('RRULE:FREQ=WEEKLY;COUNT=6\r\n');
    expect(text).toContain('EXDATE;TZID=Europe/Tallinn:20270406T100000\r\n');
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Tallinn:20270323T100000\r\n');
    expect(text.match(/^SEQUENCE:2\r$/gm)).toHaveLength(3);
    expect(text.match(new RegExp(`^UID:${id}@kaldavere.example\r$`, 'gm'))).toHaveLength(3);
    expect(text).toContain('DTSTAMP:20270102T000000Z');
    expect(text.match(/^BEGIN:VTIMEZONE/gm)).toHaveLength(1);
    for (const line of calendar({
      ...exampleSeries,
      title: { source: 'ko', ko: '공공데이터'.repeat(30) },
    }).split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is not broken by what people write', () => {
    const title = { source: 'en', en: 'A;b,c\\ \nEND:VEVENT' };
    const events = new ICAL.Component(ICAL.parse(calendar({ ...exampleEvent, title }))).getAllSubcomponents(
      'vevent',
    );
    expect(events.map((one) => one.getFirstPropertyValue('summary'))).toEqual([title.en]);
  });
});

describe('a conference as a calendar', () => {
  it('has sessions by the clocks of their own zones', () => {
    const row = rowOf(exampleEvent);
    const text = writeEvents({
      name: 'Open government days',
      events: [...calendarEvents(row, words), ...calendarSessions(row, words)],
    });
    const expected = [
      ['2027-03-04T07:00:00.000Z', 'Open government days'],
      ['2027-03-04T08:00:00.000Z', 'What an open log changes'],
      ['2027-03-04T09:30:00.000Z', 'Plain letters'],
    ];
    expect(withIcalJs(text).map(({ start, title }) => [start, title])).toEqual(expected);
    expect(withNodeIcal(text).map(({ start, title }) => [start, title])).toEqual(expected);
    expect(text.match(/^TZID:.*$/gm)).toEqual(['TZID:Europe/Tallinn', 'TZID:Asia/Seoul']);
  });
});

describe('an event as linked data', () => {
  const item = (body: typeof exampleEvent) => ({
    event: rowOf(body),
    occurrences: occurrencesOf(body),
    names: { 'opening:a': 'Maret Tamm' },
    outcomes: [],
    window: { state: 'none' as const },
    counts: { 'in-person': { in: 2, waiting: 1 }, online: { in: 10, waiting: 0 } },
    registration: null,
    provenance: new Map(),
  });

  it('says mode, places left, sessions and who speaks', () => {
    expect(eventLinkedData(item(exampleEvent))).toMatchObject({
      '@type': 'Event',
      '@id': `${NODE}/events/${id}`,
      startDate: '2027-03-04T09:00+02:00',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      eventStatus: 'https://schema.org/EventScheduled',
      maximumAttendeeCapacity: 102,
      remainingAttendeeCapacity: 90,
      name: [
        { '@value': 'Avatud riigi päevad', '@language': 'et' },
        { '@value': 'Open government days', '@language': 'en' },
      ],
      subEvent: [
        { startDate: '2027-03-04T10:00+02:00', performer: [{ '@type': 'Person', name: 'Maret Tamm' }] },
        { startDate: '2027-03-04T18:30+09:00' },
      ],
    });
  });

  it('says how a series repeats, and each of its days', () => {
    const data = eventLinkedData(item(exampleSeries));
    expect(data).toMatchObject({
      '@type': 'EducationEvent',
      eventSchedule: {
        repeatFrequency: 'P1W',
        repeatCount: 6,
        scheduleTimezone: 'Europe/Tallinn',
        exceptDate: ['2027-04-06T10:00+03:00'],
      },
    });
    expect(data.subEvent).toHaveLength(5);
  });
});
