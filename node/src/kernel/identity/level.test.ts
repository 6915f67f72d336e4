import { describe, expect, test } from 'vitest';
import { type Assurance, acrOf, assuranceOf, LEVELS, meets } from './level.ts';

const ALL: Assurance[] = LEVELS.flatMap((level) => [false, true].map((notified) => ({ level, notified })));

describe('a level of assurance', () => {
  test('has the name that eIDAS gives it, with another prefix where the scheme is not notified', () => {
    expect(acrOf({ level: 'high', notified: true })).toBe('http://eidas.europa.eu/LoA/high');
    expect(acrOf({ level: 'low', notified: false })).toBe('http://eidas.europa.eu/NotNotified/LoA/low');
    expect(acrOf({ level: 'none', notified: true })).toBeNull();
  });

  test('is read back from its name', () => {
    for (const one of ALL.filter(({ level }) => level !== 'none')) {
      expect(assuranceOf(acrOf(one) ?? '')).toEqual(one);
    }
  });

  test.each([
    undefined,
    '',
    'high',
    'http://eidas.europa.eu/LoA/none',
    'http://eidas.europa.eu/LoA/NotNotified/low',
    'http://eidas.europa.eu/LoA/High',
    'http://eidas.europa.eu/LoA/high ',
    '__proto__',
  ])('is none where the name is %j', (acr) => {
    expect(assuranceOf(acr)).toEqual({ level: 'none', notified: false });
  });

  test('is enough for itself and all below it, and for nothing above', () => {
    const order: Assurance[] = [
      { level: 'none', notified: false },
      { level: 'low', notified: false },
      { level: 'low', notified: true },
      { level: 'substantial', notified: false },
      { level: 'substantial', notified: true },
      { level: 'high', notified: false },
      { level: 'high', notified: true },
    ];
    for (const [i, has] of order.entries()) {
      for (const [j, needs] of order.entries()) expect(meets(has, needs)).toBe(i >= j);
    }
    expect(meets({ level: 'low', notified: false }, { level: 'low' })).toBe(true);
    expect(meets({ level: 'none', notified: false }, { level: 'none', notified: true })).toBe(true);
  });
});
