import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPACT, SPECIFICITY } from '../schemes.ts';
import { FINDINGS } from '../vocabulary.ts';
import { type StarCodes, starOf } from './star.ts';

const codes: fc.Arbitrary<StarCodes> = fc.record({
  specificity: fc.constantFrom(...SPECIFICITY, null),
  relevant: fc.constantFrom(true, false, null),
  impact: fc.constantFrom(...IMPACT, null),
  completion: fc.constantFrom(...FINDINGS, null),
});

const STARRED: StarCodes = {
  specificity: 'medium',
  relevant: true,
  impact: 'transformative',
  completion: 'substantial',
};

describe('a star', () => {
  it('is lost with any one of its four conditions, and the condition is named', () => {
    expect(starOf(STARRED).starred).toBe(true);
    const losses: [keyof StarCodes, StarCodes, string][] = [
      ['specificity', { ...STARRED, specificity: 'low' }, 'specificity'],
      ['relevant', { ...STARRED, relevant: null }, 'relevance'],
      ['impact', { ...STARRED, impact: 'moderate' }, 'impact'],
      ['completion', { ...STARRED, completion: 'limited' }, 'completion'],
    ];
    for (const [, given, name] of losses) {
      const { starred, conditions } = starOf(given);
      expect(starred).toBe(false);
      expect(Object.entries(conditions).flatMap(([condition, met]) => (met ? [] : [condition]))).toEqual([
        name,
      ]);
    }
  });

  it('never goes to what has a code missing, and always to what has every code at its highest', () => {
    fc.assert(
      fc.property(codes, (given) => {
        const { starred } = starOf(given);
        if (Object.values(given).includes(null)) expect(starred).toBe(false);
        if (starred)
          expect(starOf({ ...given, specificity: 'high', completion: 'complete' }).starred).toBe(true);
      }),
    );
  });
});
