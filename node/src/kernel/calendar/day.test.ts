import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, isPartialDate, isZone, lastDayOf } from './day.ts';

/** Among them: clocks that changed at midnight (Beirut, Asunción), a zone that skipped a day (Apia), half hours. */
const ZONES = [
  'UTC',
  'Europe/Tallinn',
  'Asia/Seoul',
  'America/Bogota',
  'Asia/Beirut',
  'America/Asuncion',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];

/** The local day at a moment, as another code path of the platform writes it. */
const localDay = (at: number, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);

describe('the end of a local day', () => {
  it('is the first moment that clocks there read as a later day', () => {
    const day = fc.date({ min: new Date('2005-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (some, zone) => {
        const date = some.toISOString().slice(0, 10);
        const end = endOfDay(date, zone).getTime();
        expect(localDay(end - 1, zone) <= date).toBe(true);
        expect(localDay(end, zone) > date).toBe(true);
      }),
    );
  });

  it('counts a clock that springs from midnight to one, and a midnight that comes twice', () => {
    expect(endOfDay('2022-03-26', 'Asia/Beirut').toISOString()).toBe('2022-03-26T22:00:00.000Z');
    expect(endOfDay('2022-10-29', 'Asia/Beirut').toISOString()).toBe('2022-10-29T22:00:00.000Z');
    expect(endOfDay('2022-10-01', 'America/Asuncion').toISOString()).toBe('2022-10-02T04:00:00.000Z');
  });
});

describe('a partial date', () => {
  it('ends with its month or year', () => {
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(lastDayOf('2027-02')).toBe('2027-02-28');
    expect(lastDayOf('2027')).toBe('2027-12-31');
    expect(lastDayOf('2027-06-05')).toBe('2027-06-05');
  });

  it.each(['2027-13', '2027-00', '2027-02-29', '2027-04-31', '27', 'Fall 2027', '2027-1-1', ''])(
    'is none: %j',
    (text) => {
      expect(isPartialDate(text)).toBe(false);
      expect(() => endOfDay(text, 'UTC')).toThrow(RangeError);
    },
  );

  it('needs a zone that exists', () => {
    expect([isZone('Europe/Tallinn'), isZone('Europe/Kaldavere')]).toEqual([true, false]);
  });
});
