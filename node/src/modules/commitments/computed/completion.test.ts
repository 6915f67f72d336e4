import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../vocabulary.ts';
import type { Claim } from './claims.ts';
import { completionOf, planCompletion, progressOf } from './completion.ts';

const claim = (day: number, status: string, milestones: Claim['milestones']): Claim => ({
  jti: `${day}`,
  signedAt: new Date(Date.UTC(2027, 0, day)),
  status,
  milestones,
});

describe('completion', () => {
  it('keeps the last word on each milestone, whichever report said it', () => {
    const completion = completionOf(
      [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
      [
        claim(2, 'substantial', [{ key: 'b', status: 'limited' }]),
        claim(1, 'limited', [
          { key: 'a', status: 'complete' },
          { key: 'b', status: 'complete' },
        ]),
      ],
    );
    expect(completion).toMatchObject({ status: 'substantial', complete: 1, of: 3 });
    expect(completion.milestones.map(({ status }) => status)).toEqual(['complete', 'limited', null]);
  });

  it('takes a milestone for complete once all its indicators are, unless a report says otherwise of it', () => {
    const terms = [{ key: 'a', indicators: [{ key: 'a1' }, { key: 'a2' }] }];
    const both = [
      claim(1, 'limited', [{ key: 'a1', status: 'complete' }]),
      claim(2, 'limited', [{ key: 'a2', status: 'complete' }]),
    ];
    expect(completionOf(terms, both.slice(0, 1)).complete).toBe(0);
    expect(completionOf(terms, both).complete).toBe(1);
    expect(
      completionOf(terms, [...both, claim(3, 'limited', [{ key: 'a', status: 'substantial' }])]).complete,
    ).toBe(0);
  });

  it('measures a number between its baseline and its target, up or down, and never past either', () => {
    expect(progressOf({ key: 'a', baseline: 20, target: 80 }, 35)?.share).toBe(0.25);
    expect(progressOf({ key: 'a', baseline: 80, target: 20 }, 65)?.share).toBe(0.25);
    expect(progressOf({ key: 'a', baseline: 5, target: 5 }, 5)).toBeNull();
    expect(progressOf({ key: 'a', target: 5 }, 5)).toBeNull();
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (baseline, target, value) => {
        const share = progressOf({ key: 'a', baseline, target }, value)?.share ?? 0;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('counts every commitment of a plan exactly once', () => {
    const status = fc.constantFrom(...STATUSES, 'abandoned', null);
    fc.assert(
      fc.property(fc.array(status), (statuses) => {
        const { byStatus, high, of } = planCompletion(statuses);
        expect(Object.values(byStatus).reduce((sum, one) => sum + one, 0)).toBe(of);
        expect(high).toBe(byStatus.substantial + byStatus.complete);
        expect(byStatus.unreported).toBe(statuses.filter((one) => one === null).length);
      }),
    );
  });
});
