import { STATUSES, type Status, stepOf } from '../vocabulary.ts';
import {
  type Claim,
  type IndicatorTerms,
  inOrder,
  lastValue,
  type MilestoneTerms,
  statusesOf,
} from './claims.ts';

/** How far a number came from its baseline to its target: 0 to 1. */
export interface Progress {
  baseline: number;
  target: number;
  value: number;
  share: number;
}

export interface StepCompletion {
  key: string;
  /** As the reports have it by now; null where none says anything of it. */
  status: string | null;
  progress: Progress | null;
}

export interface MilestoneCompletion extends StepCompletion {
  indicators: StepCompletion[];
}

export interface Completion {
  /** As the latest report has it; null before the first. */
  status: string | null;
  claim: Claim | null;
  milestones: MilestoneCompletion[];
  /** Milestones claimed complete, of all. */
  complete: number;
  of: number;
}

/** What the leads claim of a commitment, of its milestones and of their indicators. */
export function completionOf(milestones: readonly MilestoneTerms[], claims: readonly Claim[]): Completion {
  const latest = inOrder(claims).at(-1) ?? null;
  const each = milestones.map((terms) => ({
    ...stepCompletion(terms, claims),
    indicators: (terms.indicators ?? []).map((indicator) => stepCompletion(indicator, claims)),
  }));
  return {
    status: latest?.status ?? null,
    claim: latest,
    milestones: each,
    complete: each.filter(({ status }) => status === 'complete').length,
    of: each.length,
  };
}

function stepCompletion(terms: MilestoneTerms, claims: readonly Claim[]): StepCompletion {
  const value = lastValue(terms.key, claims);
  return {
    key: terms.key,
    status: statusesOf(terms, claims).at(-1)?.status ?? null,
    progress: value === undefined ? null : progressOf(terms, value),
  };
}

/**
 * How far a value came; a target may lie below its baseline. Null where the two are equal or not both given: then there
 * is no way to go that could be measured.
 */
export function progressOf({ baseline, target }: IndicatorTerms, value: number): Progress | null {
  if (baseline === undefined || target === undefined || baseline === target) return null;
  const share = (value - baseline) / (target - baseline);
  return { baseline, target, value, share: Math.min(1, Math.max(0, share)) };
}

export interface PlanCompletion {
  /** How many commitments have each status; `unreported` have no report that counts. */
  byStatus: Record<Status | 'unreported' | 'other', number>;
  /** Substantial or complete: what the IRM calls high completion. */
  high: number;
  of: number;
}

/** Commitments of a plan by status. */
export function planCompletion(statuses: ReadonlyArray<string | null>): PlanCompletion {
  const byStatus = { unreported: 0, other: 0 } as PlanCompletion['byStatus'];
  for (const status of STATUSES) byStatus[status] = 0;
  for (const status of statuses) {
    if (status === null) byStatus.unreported++;
    else byStatus[stepOf(status) === null ? 'other' : (status as Status)]++;
  }
  return { byStatus, high: byStatus.substantial + byStatus.complete, of: statuses.length };
}
