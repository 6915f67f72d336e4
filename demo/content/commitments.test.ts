import { describe, expect, it } from 'vitest';
import { assessmentInput } from '../../node/src/modules/commitments/assessment.ts';
import { commitmentInput } from '../../node/src/modules/commitments/commitment.ts';
import { readCommitmentsFile } from '../../node/src/modules/commitments/exchange.ts';
import { leadInput } from '../../node/src/modules/commitments/lead.ts';
import { planInput } from '../../node/src/modules/commitments/plan.ts';
import { referenceInput } from '../../node/src/modules/commitments/reference.ts';
import { reportInput } from '../../node/src/modules/commitments/report.ts';
import { type CommitmentAct, demoTime, plans, references, type Scene } from './index.ts';
import type { Promised } from './story.ts';

const scene: Scene = {
  time: demoTime(new Date('2026-01-15T12:00:00Z')),
  at: {
    kaldavere: 'http://127.0.0.1:4101',
    montaluz: 'http://127.0.0.1:4102',
    haesol: 'http://127.0.0.1:4103',
  },
};
const TODAY = '2026-01';
const LANGUAGES = ['et', 'es', 'ko'];

const told = plans.flatMap((plan) =>
  plan.commitments.map((story) => ({
    name: `${plan.key}: ${story.key}`,
    plan,
    story,
    acts: story.acts(scene),
  })),
);

describe('what the countries of the demo promise', () => {
  it.each(told)('$name is one that a node accepts, act by act', ({ plan, acts }) => {
    expect(acts[0]).toHaveProperty('promise');
    for (const act of acts) expect(accepted(act, plan.zone)).toBeUndefined();
  });

  it.each(told)(
    '$name is in a language of the alliance and in English, and names steps that there are',
    ({ acts }) => {
      const texts = JSON.stringify(acts).match(/\{"source":"\w+".*?\}/g) ?? [];
      for (const text of texts) {
        const [source, original = '', english] = Object.keys(JSON.parse(text));
        expect([source, english]).toEqual(['source', 'en']);
        expect(LANGUAGES).toContain(original);
      }
      const { milestones } = promiseOf(acts);
      const keys = milestones.flatMap(({ key, indicators = [] }) => [
        key,
        ...indicators.map((one) => one.key),
      ]);
      for (const key of acts.flatMap(namedSteps)) expect(keys).toContain(key);
    },
  );

  it.each(told)('$name is reported on by who leads it, and assessed by somebody else', ({ plan, acts }) => {
    const leads = new Set([plan.node]);
    const taken = new Map<string, readonly string[]>();
    const origins = promiseOf(acts).leads.flatMap(({ node }) => node ?? []);
    for (const act of acts) {
      if ('promise' in act) expect(act.node).toBe(plan.node);
      if ('lead' in act) {
        expect(origins).toContain(scene.at[act.node]);
        leads.add(act.node);
        if (act.lead.milestones !== undefined) taken.set(act.node, act.lead.milestones);
      }
      if ('report' in act) {
        expect(leads).toContain(act.node);
        const steps = taken.get(act.node);
        for (const { key } of act.report.milestones ?? []) expect(steps ?? [key]).toContain(key);
        expect(act.report.period <= TODAY).toBe(true);
      }
      if ('assessment' in act) expect(leads).not.toContain(act.node);
    }
  });

  it.each(plans)(
    '$key has six commitments that stand in every way that there is',
    ({ plan, commitments }) => {
      expect(planInput.safeParse(plan(scene)).error).toBeUndefined();
      expect(commitments).toHaveLength(6);
      const acts = commitments.map((story) => story.acts(scene));
      const claims = acts.map((all) => claimOf(all));
      expect(new Set(claims)).toEqual(new Set(['not-started', 'limited', 'substantial', 'complete']));
      expect(
        acts.filter((all) => claimOf(all) !== 'complete' && (promiseOf(all).end ?? '') < TODAY),
      ).toHaveLength(1);
      const disputed = acts.filter((all) =>
        all.some((act) => 'assessment' in act && act.assessment.codes.completion !== claimOf(all)),
      );
      expect(disputed.length).toBeGreaterThanOrEqual(1);
      expect(acts.filter((all) => all.some((act) => 'lead' in act))).toHaveLength(1);
    },
  );

  it('is assessed on both schemes, with a star and without', () => {
    const codes = told.flatMap(({ acts }) =>
      acts.flatMap((act) => ('assessment' in act ? [act.assessment.codes] : [])),
    );
    expect(new Set(codes.map(({ scheme }) => scheme))).toEqual(new Set(['irm-2015', 'irm-2021']));
  });

  it.each(references)(
    '$key is a file of its own to compare with, and its stars are right',
    ({ reference, text }) => {
      expect(referenceInput.safeParse(reference).error).toBeUndefined();
      const read = readCommitmentsFile(text);
      expect(read).toMatchObject({ format: 'ogp-irm', stars: { differ: [] } });
    },
  );
});

function accepted(act: CommitmentAct, zone: string) {
  if ('promise' in act) return commitmentInput.safeParse({ ...act.promise, number: '1', zone }).error;
  if ('lead' in act) return leadInput.safeParse(act.lead).error;
  if ('report' in act) return reportInput.safeParse(act.report).error;
  return assessmentInput.safeParse(act.assessment).error;
}

/** Keys of the milestones and indicators that a report or assessment speaks of. */
function namedSteps(act: CommitmentAct): string[] {
  if ('report' in act) return (act.report.milestones ?? []).map(({ key }) => key);
  return 'assessment' in act ? (act.assessment.milestones ?? []).map(({ key }) => key) : [];
}

function promiseOf(acts: readonly CommitmentAct[]): Promised {
  const promises = acts.flatMap((act) => ('promise' in act ? [act.promise] : []));
  const last = promises.at(-1);
  if (last === undefined) throw new Error('nothing is promised');
  return last;
}

function claimOf(acts: readonly CommitmentAct[]) {
  return acts.flatMap((act) => ('report' in act ? [act.report.status] : [])).at(-1);
}
