import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDINGS, STATUSES, stepOf } from '../vocabulary.ts';
import type { Claim } from './claims.ts';
import { type Found, gapOf } from './gap.ts';

const claim: Claim = {
  jti: 'newer',
  signedAt: new Date('2027-01-01'),
  status: 'complete',
  milestones: [
    { key: 'a', status: 'complete' },
    { key: 'b', status: 'complete' },
    { key: 'c', status: 'limited' },
  ],
};

describe('the gap between claim and assessment', () => {
  it('names the steps between the two, and the milestones that explain them', () => {
    const found: Found = {
      completion: 'limited',
      report: 'newer',
      milestones: [
        { key: 'a', completion: 'complete' },
        { key: 'b', completion: 'not-started' },
        { key: 'c', completion: 'unclear' },
        { key: 'unknown', completion: 'limited' },
      ],
    };
    expect(gapOf(claim, found)).toEqual({
      state: 'claims-more',
      claimed: 'complete',
      found: 'limited',
      steps: 2,
      milestones: [
        { key: 'b', state: 'claims-more', claimed: 'complete', found: 'not-started', steps: 3 },
        { key: 'c', state: 'cannot-tell', claimed: 'limited', found: 'unclear', steps: null },
      ],
      laterClaim: false,
    });
  });

  it('says that the claim is newer where the assessment is of an earlier report', () => {
    const found = { completion: 'limited', milestones: [] };
    expect(gapOf(claim, { ...found, report: 'older' }).laterClaim).toBe(true);
    expect(gapOf(claim, found).laterClaim).toBe(false);
    expect(gapOf(null, { ...found, report: 'older' })).toMatchObject({
      state: 'cannot-tell',
      laterClaim: false,
    });
  });

  it('is a number only between two steps, and agreement is a gap of none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUSES, 'later'),
        fc.constantFrom(...FINDINGS),
        (status, completion) => {
          const { steps, state } = gapOf({ ...claim, status }, { completion, milestones: [] });
          const [said, seen] = [stepOf(status), stepOf(completion)];
          expect(steps).toBe(said === null || seen === null ? null : said - seen);
          expect(state === 'agrees').toBe(steps === 0);
          expect(state === 'cannot-tell').toBe(steps === null);
        },
      ),
    );
  });
});
