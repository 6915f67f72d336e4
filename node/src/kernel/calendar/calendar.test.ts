import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync as nodeIcal, type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, writeCalendar } from './calendar.ts';

const day = (changes: Partial<CalendarDay>): CalendarDay => ({
  uid: '019aa3f0-0000-7000-8000-000000000001@kaldavere.example',
  zone: 'Europe/Tallinn',
  start: new Date('2026-10-30T21:00:00Z'),
  end: new Date('2026-10-31T22:00:00Z'),
  title: 'The portal is open',
  description: 'Kaldavere\nLimited',
  url: 'https://kaldavere.example/commitments/019aa3f0-0000-7000-8000-000000000001',
  sequence: 0,
  publishedAt: new Date('2026-01-01T00:00:00Z'),
  updatedAt: new Date('2026-02-01T00:00:00Z'),
  ...changes,
});

/** What two readers of other people's make of a calendar, each in the same plain form. */
function readTwice(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  const first = component.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    const { uid, summary, description, sequence, startDate, endDate } = event;
    return {
      ...{ uid, summary, description, sequence },
      start: startDate.toJSDate().toISOString(),
      end: endDate.toJSDate().toISOString(),
      zone: startDate.zone?.tzid,
    };
  });
  const second = Object.values(nodeIcal.parseICS(text))
    .filter((one): one is VEvent => one?.type === 'VEVENT')
    .map(({ uid, summary, description, sequence, start, end }) => ({
      ...{ uid, summary, description, sequence: Number(sequence) },
      start: start.toISOString(),
      end: end?.toISOString(),
      zone: start.tz,
    }));
  return { first, second };
}

describe('a calendar', () => {
  it.each([
    ['Europe/Tallinn', '2026-10-31T22:00:00Z', '2026-10-30T22:00:00Z'],
    ['Europe/Tallinn', '2026-10-25T22:00:00Z', '2026-10-24T21:00:00Z'],
    ['Europe/Tallinn', '2026-03-29T21:00:00Z', '2026-03-28T22:00:00Z'],
    ['Asia/Seoul', '2027-12-31T15:00:00Z', '2027-12-30T15:00:00Z'],
    ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-01T04:00:00Z'],
    ['Asia/Kathmandu', '2026-06-30T18:15:00Z', '2026-06-29T18:15:00Z'],
    ['Africa/Cairo', '2026-04-24T21:00:00Z', '2026-04-23T22:00:00Z'],
    ['UTC', '2028-03-01T00:00:00Z', '2028-02-29T00:00:00Z'],
  ])('says the whole local day in %s that ends at %s, and two readers agree', (zone, end, start) => {
    const { first, second } = readTwice(
      writeCalendar({ name: 'Deadlines', days: [day({ zone, start: new Date(start), end: new Date(end) })] }),
    );
    const iso = (text: string) => new Date(text).toISOString();
    expect(first).toMatchObject([{ start: iso(start), end: iso(end) }]);
    expect(second).toMatchObject([{ start: iso(start), end: iso(end) }]);
  });

  it('carries each zone once, with the changes of its clocks that its days need', () => {
    const text = writeCalendar({
      name: 'Deadlines',
      days: [
        day({ uid: 'a', start: new Date('2026-02-27T22:00:00Z'), end: new Date('2026-02-28T22:00:00Z') }),
        day({ uid: 'b', start: new Date('2027-02-27T22:00:00Z'), end: new Date('2027-02-28T22:00:00Z') }),
        day({ uid: 'c', zone: 'Asia/Seoul' }),
      ],
    });
    expect(text.match(/^TZID:.*$/gm)).toEqual(['TZID:Europe/Tallinn', 'TZID:Asia/Seoul']);
    expect(text.match(/^BEGIN:(DAYLIGHT|STANDARD)/gm)).toHaveLength(2);
  });

  it('has changes of the clocks where a zone has them', () => {
    const text = writeCalendar({
      name: 'Deadlines',
      days: [
        day({ uid: 'a', start: new Date('2026-03-27T22:00:00Z'), end: new Date('2026-03-28T22:00:00Z') }),
        day({ uid: 'b', start: new Date('2026-09-29T21:00:00Z'), end: new Date('2026-09-30T21:00:00Z') }),
        day({ uid: 'c' }),
      ],
    });
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260329T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300',
    );
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20261025T040000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200',
    );
  });

  it('is not broken by zones that are offsets, nor by years that programs fail on', () => {
    const good = day({});
    const { first, second } = readTwice(
      writeCalendar({
        name: 'Dead;lines,\nEND:VCALENDAR',
        days: [
          day({ uid: 'offset', zone: '+05:00' }),
          day({ uid: 'caesar', end: new Date('0001-01-01T00:00:00Z') }),
          day({ uid: 'far', end: new Date('9999-12-31T00:00:00Z') }),
          good,
        ],
      }),
    );
    expect(first.map(({ uid }) => uid)).toEqual(['offset', good.uid]);
    expect(second.map(({ uid, start, end }) => [uid, start, end])).toEqual(
      first.map(({ uid, start, end }) => [uid, start, end]),
    );
    expect(first[0]).toMatchObject({ start: good.start.toISOString(), end: good.end.toISOString() });
  });

  it('reads alike in both, whatever people write', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 });
    const zone = fc.constantFrom('Europe/Tallinn', 'Asia/Seoul', 'America/Santiago', 'Africa/Casablanca');
    const end = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(words, words, zone, end, (title, description, tz, days) => {
        const at = new Date(Date.UTC(2024, 0, 1 + days, 12));
        const { first, second } = readTwice(
          writeCalendar({
            name: title,
            days: [
              day({ title, description, zone: tz, start: new Date(at.getTime() - 86_400_000), end: at }),
            ],
          }),
        );
        expect(first).toHaveLength(1);
        expect(second).toHaveLength(1);
        expect(second[0]).toMatchObject({ start: first[0]?.start, end: first[0]?.end, uid: first[0]?.uid });
      }),
      { numRuns: 200 },
    );
  });

  it('without a day is a calendar all the same', () => {
    expect(readTwice(writeCalendar({ name: 'Deadlines', days: [] }))).toEqual({ first: [], second: [] });
  });
});
