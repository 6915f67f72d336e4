import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../vocabulary.ts';
import { type Claim, claimedStatuses, type MilestoneTerms, statusesOf } from './claims.ts';
import { timingOf } from './overdue.ts';

const zone = 'Europe/Tallinn';
const claim = (day: string, status: string, milestones: Claim['milestones'] = []): Claim => ({
  jti: day,
  signedAt: new Date(`${day}T12:00:00Z`),
  status,
  milestones,
});
const whole = claimedStatuses;

describe('overdue', () => {
  it('begins when the last local day of the deadline is over, and not a moment before', () => {
    const at = (now: string) => timingOf({ deadline: '2027-03', zone, statuses: [] }, new Date(now));
    expect(at('2027-03-31T20:59:59.999Z')).toMatchObject({ state: 'planned', daysLeft: 0 });
    expect(at('2027-03-31T21:00:00.000Z')).toMatchObject({ state: 'overdue', daysOver: 0 });
    expect(at('2027-04-10T21:00:00.000Z')).toMatchObject({ state: 'overdue', daysOver: 10 });
  });

  it('ends with a report that claims it complete, and says that it came late', () => {
    const now = new Date('2027-06-01');
    const done = (day: string) =>
      timingOf({ deadline: '2027-03', zone, statuses: whole([claim(day, 'complete')]) }, now);
    expect(done('2027-03-20')).toMatchObject({ state: 'done', late: false });
    expect(done('2027-04-20')).toMatchObject({ state: 'done', late: true });
  });

  it('comes back where a later report takes the claim back', () => {
    const statuses = whole([claim('2027-02-01', 'complete'), claim('2027-03-01', 'limited')]);
    expect(timingOf({ deadline: '2027-03', zone, statuses }, new Date('2027-06-01')).state).toBe('overdue');
  });

  it('counts as done from the first of the reports that claim it without interruption', () => {
    const statuses = whole([
      claim('2027-01-01', 'complete'),
      claim('2027-02-01', 'substantial'),
      claim('2027-03-01', 'complete'),
      claim('2027-05-01', 'complete'),
    ]);
    expect(timingOf({ deadline: '2027-03', zone, statuses }, new Date('2027-06-01'))).toMatchObject({
      state: 'done',
      late: false,
      by: { jti: '2027-03-01' },
    });
  });

  it('is never computed from a deadline in words', () => {
    expect(timingOf({ deadline: 'Fall 2025', zone, statuses: [] }, new Date('2030-01-01')).state).toBe(
      'no-deadline',
    );
  });

  it('follows from deadline, clock and claims alone: at any moment it is one of done, planned and overdue', () => {
    const moment = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2029-01-01'),
      noInvalidDate: true,
    });
    const claims = fc.array(
      fc.record({
        jti: fc.uuid({ version: 7 }),
        signedAt: moment,
        status: fc.constantFrom(...STATUSES),
        milestones: fc.array(
          fc.record({ key: fc.constantFrom('m', 'n'), status: fc.constantFrom(...STATUSES) }),
        ),
      }),
      { maxLength: 6 },
    );
    const terms: MilestoneTerms = { key: 'm', deadline: '2027-09-15' };
    fc.assert(
      fc.property(claims, moment, (given, now) => {
        const statuses = statusesOf(terms, given);
        const timing = timingOf({ deadline: terms.deadline, zone, statuses }, now);
        const last = statuses.at(-1)?.status === 'complete';
        const over = now >= new Date('2027-09-15T21:00:00Z');
        expect(timing.state).toBe(last ? 'done' : over ? 'overdue' : 'planned');
        // The order in which records arrive changes nothing.
        expect(statusesOf(terms, [...given].reverse())).toEqual(statuses);
      }),
    );
  });
});
