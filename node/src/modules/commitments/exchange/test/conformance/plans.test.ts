import { describe, expect, it } from 'vitest';
import { commitmentInput } from '../../../commitment.ts';
import { planInput } from '../../../plan.ts';
import { readCanada, writeCanada } from '../../canada.ts';
import { countSteps, type PlanFile } from '../../plan-file.ts';
import { readUs, writeUs } from '../../us.ts';
import { readPlan, sharedPlans } from '../support/shared-data.ts';

const folder = sharedPlans();

/** A person takes a draft over by saying in which time zone its deadlines end. */
function publishable({ plan, commitments }: PlanFile, zone: string): void {
  expect(planInput.parse(plan)).toEqual(plan);
  for (const draft of commitments) {
    expect(commitmentInput.parse({ ...draft, zone })).toEqual({ ...draft, zone });
  }
}

describe.skipIf(folder === null)('the plans of governments', () => {
  it.each([
    ['canada-nap5.json', { commitments: 5, milestones: 19, indicators: 106 }],
    ['canada-nap6.json', { commitments: 4, milestones: 19, indicators: 65 }],
  ])('%s comes with every milestone and indicator, and goes out as it came', (file, counts) => {
    const text = readPlan(folder ?? '', file);
    const read = readCanada(text);
    expect(countSteps(read.commitments)).toEqual(counts);
    publishable(read, 'America/Toronto');
    expect(writeCanada(read.plan, read.commitments)).toEqual(JSON.parse(text));
  });

  it('of Canada have deadlines that can be computed with where the file has dates', () => {
    const { commitments } = readCanada(readPlan(folder ?? '', 'canada-nap5.json'));
    const indicators = commitments.flatMap(({ milestones }) =>
      milestones.flatMap((one) => one.indicators ?? []),
    );
    expect(indicators.filter(({ deadline }) => deadline !== undefined)).toHaveLength(105);
    expect(indicators.every(({ deadlineText }) => deadlineText?.fr !== undefined)).toBe(true);
  });

  it('us-nap5.json comes with every sub-commitment and what it says of each, and goes out as it came', () => {
    const text = readPlan(folder ?? '', 'us-nap5.json');
    const read = readUs(text);
    expect(countSteps(read.commitments)).toEqual({ commitments: 36, milestones: 70, indicators: 0 });
    const count = (word: string) => read.statuses.filter((one) => one.word === word).length;
    expect([count('Complete'), count('In Progress'), count('Not Started')]).toEqual([33, 36, 1]);
    publishable(read, 'America/New_York');
    expect(writeUs(read.plan, read.commitments)).toEqual(JSON.parse(text));
  });
});
