import { stepOf } from '../vocabulary.ts';
import type { Claim } from './claims.ts';

/** What the comparison reads of an assessment. */
export interface Found {
  completion: string;
  /** Record of the report that was assessed, where it names one. */
  report?: string | undefined;
  milestones: ReadonlyArray<{ key: string; completion: string }>;
}

export type GapState = 'agrees' | 'claims-more' | 'claims-less' | 'cannot-tell';

/** Claim and finding of one thing on the same four steps. */
export interface StepGap {
  state: GapState;
  claimed: string | null;
  found: string;
  /** Claim minus finding, in steps; null where one of them is no step. */
  steps: number | null;
}

/** How far claim and assessment lie apart, and where. */
export interface Gap extends StepGap {
  /** Milestones that both name, where they differ or cannot be compared. */
  milestones: Array<StepGap & { key: string }>;
  /** The assessment names an earlier report than the claim that it is held against: the claim is newer, not refuted. */
  laterClaim: boolean;
}

/** Holds what an assessor found against what the leads claim. Agreement at the milestones is left out: it explains nothing. */
export function gapOf(claim: Claim | null, found: Found): Gap {
  const claimed = new Map(claim?.milestones.map(({ key, status }) => [key, status]));
  const milestones = found.milestones.flatMap(({ key, completion }) => {
    const said = claimed.get(key);
    return said === undefined ? [] : [{ key, ...compare(said, completion) }];
  });
  return {
    ...compare(claim?.status ?? null, found.completion),
    milestones: milestones.filter(({ state }) => state !== 'agrees'),
    laterClaim: claim !== null && found.report !== undefined && found.report !== claim.jti,
  };
}

function compare(claimed: string | null, found: string): StepGap {
  const [said, seen] = [claimed === null ? null : stepOf(claimed), stepOf(found)];
  if (said === null || seen === null) return { state: 'cannot-tell', claimed, found, steps: null };
  const steps = said - seen;
  const state = steps === 0 ? 'agrees' : steps > 0 ? 'claims-more' : 'claims-less';
  return { state, claimed, found, steps };
}
