import type { Commitment } from '../commitment.ts';
import { type Claim, claimedStatuses, statusesOf } from '../computed/claims.ts';
import { type Completion, completionOf } from '../computed/completion.ts';
import { type Gap, gapOf } from '../computed/gap.ts';
import { type Timing, timingOf } from '../computed/overdue.ts';
import { type Star, starOf } from '../computed/star.ts';
import { starred } from '../schemes.ts';
import { type AssessmentRow, claimsOf, type Said } from './said.ts';

/** An assessment held against the claim. */
export interface Judgement {
  assessment: AssessmentRow;
  gap: Gap;
  /** Only where it was made on the scheme that has stars. */
  star: Star | null;
}

/** Where a commitment stands: everything that follows from what was promised and said, and from the clock. */
export interface Standing {
  completion: Completion;
  timing: Timing;
  /** Timing of milestones and indicators, by key. */
  steps: Map<string, Timing>;
  judgements: Judgement[];
  /** Whether an independent assessment is held against the claim and differs. */
  disputed: boolean;
}

export function standingOf(body: Commitment, said: Said, now: Date): Standing {
  const { milestones, zone, end } = body;
  const claims = claimsOf(said, milestones);
  const completion = completionOf(milestones, claims);
  const claim = wholeClaim(completion);
  const steps = milestones.flatMap((milestone) => [milestone, ...(milestone.indicators ?? [])]);
  const judgements = said.assessments.map((assessment) => judge(assessment, claim));
  return {
    completion,
    timing: timingOf({ deadline: end, zone, statuses: claimedStatuses(claims) }, now),
    steps: new Map(
      steps.map((step) => [
        step.key,
        timingOf({ deadline: step.deadline, zone, statuses: statusesOf(step, claims) }, now),
      ]),
    ),
    judgements,
    disputed: judgements.some(
      ({ assessment, gap }) => !assessment.byLead && gap.steps !== null && gap.steps !== 0,
    ),
  };
}

/** The latest claim with the last word on every milestone: what an assessor holds their finding against. */
function wholeClaim({ claim, milestones }: Completion): Claim | null {
  if (claim === null) return null;
  const all = milestones.flatMap((milestone) => [milestone, ...milestone.indicators]);
  return {
    ...claim,
    milestones: all.flatMap(({ key, status }) => (status === null ? [] : [{ key, status }])),
  };
}

function judge(assessment: AssessmentRow, claim: Claim | null): Judgement {
  const { codes, report, milestones = [] } = assessment.body;
  const coded = starred.safeParse(codes);
  return {
    assessment,
    gap: gapOf(claim, { completion: codes.completion, report: report?.jti, milestones }),
    star: coded.success ? starOf(coded.data) : null,
  };
}
