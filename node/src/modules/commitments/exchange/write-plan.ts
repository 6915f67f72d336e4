import type { CommitmentDraft } from '../commitment.ts';
import type { PlanInput } from '../plan.ts';
import { writeCanada } from './canada.ts';
import { BadFile } from './error.ts';
import { countSteps } from './plan-file.ts';
import { readCommitmentsFile } from './read-file.ts';
import { writeUs } from './us.ts';
import { writeOgp } from './write-ogp.ts';

/** The forms of others that a plan can be written in. */
export const PLAN_FORMS = ['canada-nap', 'us-nap', 'ogp'] as const;
export type PlanForm = (typeof PLAN_FORMS)[number];

/** A plan of ours as others read it. `country` is what the OGP's file calls it. */
export interface WrittenPlan {
  plan: PlanInput;
  commitments: readonly CommitmentDraft[];
  country: string;
}

/**
 * Writes a plan in a form of others. What the form has no place for would be lost without a word, so the text is read
 * again and counted. @throws BadFile with what does not fit
 */
export function writePlan(form: PlanForm, { plan, commitments, country }: WrittenPlan): string {
  if (commitments.length === 0) throw new BadFile('The plan has no commitments that could be written.');
  if (form === 'ogp') return writeOgp(plan, commitments, country);
  const written = (form === 'us-nap' ? writeUs : writeCanada)(plan, commitments);
  const text = `${JSON.stringify(written, null, 2)}\n`;
  const read = readCommitmentsFile(text);
  const [before, after] = [countSteps(commitments), read];
  if (
    after.format !== form ||
    before.commitments !== after.commitments ||
    before.milestones !== after.milestones ||
    before.indicators !== after.indicators
  ) {
    throw new BadFile(
      'This form has no place for all of the plan: numbers are missing or there twice, or it has indicators and the form has none.',
    );
  }
  return text;
}
