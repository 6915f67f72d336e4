import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEvents } from '../../../kernel/calendar/index.ts';
import { clocksShow, isWallTime, momentOf, wallTimeAt } from '../../../kernel/calendar/wall-time.ts';
import { type ReadOccurrence, withIcalJs, withNodeIcal } from '../testing/readers.ts';
import { isCoherent, occurrencesOf, type Timing } from './occurrences.ts';
import { parseRule } from './rule.ts';

const instants = (timing: Timing) => occurrencesOf(timing).map(({ start }) => start.toISOString());

/** The series as a calendar, without single changes. */
function calendarOf({ zone, start, end, recurrence }: Timing): string {
  const starts = occurrencesOf({ zone, start, end, recurrence }).map((one) => one.start);
  return writeEvents({
    name: 'Series',
    events: [
      {
        uid: 'series@kaldavere.example',
        zone,
        start: momentOf(start, zone),
        end: momentOf(end, zone),
        title: 'Series',
        description: '',
        location: '',
        url: 'https://kaldavere.example/events/1',
        categories: [],
        status: 'confirmed',
        sequence: 0,
        publishedAt: new Date('2026-01-01T00:00:00Z'),
        updatedAt: new Date('2026-01-01T00:00:00Z'),
        ...(recurrence && {
          repeats: {
            rule: recurrence.rule,
            except: (recurrence.except ?? []).map((at) => momentOf(at, zone)),
            also: (recurrence.also ?? []).map((at) => momentOf(at, zone)),
            starts,
          },
        }),
      },
    ],
  });
}

const ZONES = [
  'Europe/Tallinn',
  'America/Montevideo',
  'America/Santiago',
  'America/New_York',
  'Asia/Seoul',
  'Asia/Jerusalem',
  'Africa/Cairo',
] as const;

describe('wall times', () => {
  it('are dates of the calendar with a clock, and nothing else', () => {
    expect(['2027-02-28T09:00', '2028-02-29T23:59'].map(isWallTime)).toEqual([true, true]);
    expect(
      ['2027-02-29T09:00', '2027-02-28T24:00', '2027-02-28', '2027-2-28T09:00', '1969-01-01T00:00', 'x'].map(
        isWallTime,
      ),
    ).toEqual([false, false, false, false, false, false]);
  });

  it('that clocks skip count from before, and those shown twice are the first', () => {
    expect(momentOf('2027-03-28T03:30', 'Europe/Tallinn').toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(clocksShow('2027-03-28T03:30', 'Europe/Tallinn')).toBe(false);
    expect(momentOf('2026-10-25T03:30', 'Europe/Tallinn').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('come back from the moment that they are', () => {
    const day = fc.date({
      min: new Date('1971-01-01'),
      max: new Date('2199-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (at, zone) => {
        const local = wallTimeAt(at, zone);
        // Zones had offsets of seconds before 1980, and an hour of autumn is there twice.
        const back = momentOf(local, zone).getTime();
        expect(Math.abs(at.getTime() - back)).toBeLessThanOrEqual(3_660_000);
        expect(wallTimeAt(new Date(back), zone)).toBe(local);
      }),
    );
  });
});

describe('a rule', () => {
  it.each([
    'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10',
    'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231T220000Z',
    'FREQ=YEARLY;INTERVAL=2;COUNT=3',
    'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=500',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=5;WKST=SU',
  ])('%s is taken', (rule) => expect(parseRule(rule)).not.toBeNull());

  it.each([
    ['has no end', 'FREQ=WEEKLY'],
    ['has two ends', 'FREQ=WEEKLY;COUNT=2;UNTIL=20271231T220000Z'],
    ['repeats within the day', 'FREQ=HOURLY;COUNT=2'],
    ['has hours of its own', 'FREQ=DAILY;BYHOUR=9,10;COUNT=2'],
    ['ends by a local date', 'FREQ=DAILY;UNTIL=20271231'],
    ['says a part twice', 'FREQ=DAILY;COUNT=2;COUNT=3'],
    ['is too long', 'FREQ=DAILY;COUNT=501'],
    ['counts weekdays in a week', 'FREQ=WEEKLY;BYDAY=2TU;COUNT=2'],
    ['takes a place of no set', 'FREQ=DAILY;BYSETPOS=1;COUNT=2'],
    ['breaks the line', 'FREQ=DAILY;COUNT=2\r\nATTENDEE:mailto:x@example.org'],
    ['names what every object has', 'FREQ=DAILY;COUNT=2;constructor=1'],
    ['is empty', ''],
  ])('that %s is refused', (_, rule) => expect(parseRule(rule)).toBeNull());

  it('reads whatever it is given without a fault', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('FREQ=DAILY', 'COUNT=2', 'BYDAY=MO', 'BYMONTH=2', 'UNTIL=20300101T000000Z'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const rule = parts.join(';');
        const timing = { zone: 'Asia/Seoul', start: '2027-01-04T10:00', end: '2027-01-04T11:00' };
        if (parseRule(rule) === null) expect(isCoherent({ ...timing, recurrence: { rule } })).toBe(false);
        else if (isCoherent({ ...timing, recurrence: { rule } }))
          expect(occurrencesOf({ ...timing, recurrence: { rule } }).length).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('occurrences', () => {
  it('keep their clock time when clocks change', () => {
    expect(
      instants({
        zone: 'Europe/Tallinn',
        start: '2027-03-16T10:00',
        end: '2027-03-16T12:00',
        recurrence: { rule: 'FREQ=WEEKLY;COUNT=4', except: ['2027-03-23T10:00'], also: ['2027-04-10T10:00'] },
      }),
    ).toEqual([
      '2027-03-16T08:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
      '2027-04-06T07:00:00.000Z',
      '2027-04-10T07:00:00.000Z',
    ]);
  });

  it('can be moved and cancelled one by one, and keep their name', () => {
    const changed = [
      { at: '2027-03-23T10:00', start: '2027-03-24T15:00', end: '2027-03-24T16:00' },
      { at: '2027-03-30T10:00', cancelled: true },
    ];
    const all = occurrencesOf({
      zone: 'Europe/Tallinn',
      start: '2027-03-16T10:00',
      end: '2027-03-16T12:00',
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=3', changed },
    });
    expect(all.map(({ at, moved, cancelled }) => [at, moved, cancelled])).toEqual([
      ['2027-03-16T10:00', false, false],
      ['2027-03-23T10:00', true, false],
      ['2027-03-30T10:00', false, true],
    ]);
    expect(all[1]?.start.toISOString()).toBe('2027-03-24T13:00:00.000Z');
  });

  it('are incoherent where a change is of none, or the first is not by the rule', () => {
    const timing = { zone: 'Asia/Seoul', start: '2027-03-16T10:00', end: '2027-03-16T12:00' };
    const rule = 'FREQ=WEEKLY;BYDAY=TU;COUNT=3';
    const coherent = (recurrence: Timing['recurrence']) => isCoherent({ ...timing, recurrence });
    expect(coherent({ rule })).toBe(true);
    expect(coherent({ rule, changed: [{ at: '2027-03-17T10:00', cancelled: true }] })).toBe(false);
    expect(coherent({ rule, except: ['2027-03-17T10:00'] })).toBe(false);
    expect(coherent({ rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' })).toBe(false);
    expect(coherent({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3' })).toBe(false);
    expect(coherent({ rule: 'FREQ=YEARLY;COUNT=12' })).toBe(false);
    expect(coherent({ rule: 'FREQ=YEARLY;UNTIL=20990101T000000Z' })).toBe(false);
    expect(coherent({ rule: 'FREQ=DAILY;UNTIL=20300101T000000Z' })).toBe(false);
  });

  const day = fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
    .filter(({ month, day }) => day <= new Date(Date.UTC(2027, month, 0)).getUTCDate());
  const clock = fc.record({ hour: fc.integer({ min: 5, max: 22 }), minute: fc.constantFrom(0, 15, 30, 45) });
  const two = (number: number) => String(number).padStart(2, '0');
  const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
  /** The rules that the form makes, and their cousins by day and by month. */
  const series = fc
    .record({
      zone: fc.constantFrom(...ZONES),
      day,
      clock,
      year: fc.integer({ min: 2024, max: 2032 }),
      freq: fc.constantFrom('DAILY', 'WEEKLY', 'WEEKLY+', 'MONTHLY', 'MONTHLY+', 'MONTHLY-', 'YEARLY'),
      interval: fc.integer({ min: 1, max: 3 }),
      count: fc.integer({ min: 2, max: 30 }),
      until: fc.boolean(),
      hours: fc.integer({ min: 1, max: 10 }),
      without: fc.array(fc.nat(), { maxLength: 3 }),
    })
    .map(({ zone, day: { month, day: date }, clock: { hour, minute }, year, ...rest }): Timing => {
      const on = `${year}-${two(month)}-${two(date)}`;
      const start = `${on}T${two(hour)}:${two(minute)}`;
      const end = wallTimeAt(new Date(momentOf(start, zone).getTime() + rest.hours * 3_600_000), zone);
      const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
      const own = WEEKDAYS[weekday];
      const next = WEEKDAYS[(weekday + 2) % 7];
      const days = {
        DAILY: 'FREQ=DAILY',
        WEEKLY: 'FREQ=WEEKLY',
        'WEEKLY+': `FREQ=WEEKLY;BYDAY=${own},${next}`,
        MONTHLY: 'FREQ=MONTHLY',
        'MONTHLY+': `FREQ=MONTHLY;BYDAY=${Math.ceil(date / 7)}${own}`,
        'MONTHLY-': `FREQ=MONTHLY;BYMONTHDAY=${date}`,
        YEARLY: 'FREQ=YEARLY',
      }[rest.freq];
      const last = momentOf(`${year + 3}-${two(month)}-15T00:00`, zone).toISOString();
      const ending = rest.until
        ? `UNTIL=${last.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
        : `COUNT=${rest.count}`;
      const rule = `${days};INTERVAL=${rest.interval};${ending}`;
      const all = occurrencesOf({ zone, start, end, recurrence: { rule } }).map(({ at }) => at);
      const except = [...new Set(rest.without.map((n) => all[n % all.length] ?? start))].filter(
        (at) => at !== start,
      );
      return { zone, start, end, recurrence: { rule, except } };
    })
    // An hour that clocks show twice, at midnight in some zones, is taken for the first by some and the second by others.
    .filter((timing) => timing.end.slice(0, 10) === timing.start.slice(0, 10) && timing.end.slice(11) < '23')
    .filter(isCoherent);

  it('are the same for two readers of calendars, in every zone, across every change of clocks', () => {
    fc.assert(
      fc.property(series, (timing) => {
        const expected = occurrencesOf(timing).map(({ start, end }) => [start, end].map(String));
        const text = calendarOf(timing);
        const read = (all: readonly ReadOccurrence[]) =>
          all.map(({ start, end }) => [start, end].map((at) => String(new Date(at))));
        expect(read(withNodeIcal(text))).toEqual(expected);
        expect(read(withIcalJs(text))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
