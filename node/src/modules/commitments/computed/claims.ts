/** What the computations read of a status report that counts. */
export interface Claim {
  /** The record. */
  jti: string;
  signedAt: Date;
  status: string;
  /** Of milestones and of their indicators, by key. */
  milestones: ReadonlyArray<{ key: string; status: string; value?: number | undefined }>;
}

/** What the computations read of an indicator. */
export interface IndicatorTerms {
  key: string;
  /** Partial date; what is none is text for people, and nothing is computed from it. */
  deadline?: string | undefined;
  baseline?: number | undefined;
  target?: number | undefined;
}

export interface MilestoneTerms extends IndicatorTerms {
  indicators?: readonly IndicatorTerms[] | undefined;
}

/** What is claimed after a report; null before the first that says anything of it. */
export interface ClaimedStatus {
  claim: Claim;
  status: string | null;
}

/** In the order in which they were signed. Reports of one second are ordered by id, which UUIDv7 makes the same order. */
export function inOrder(claims: readonly Claim[]): Claim[] {
  return [...claims].sort(
    (a, b) => a.signedAt.getTime() - b.signedAt.getTime() || (a.jti < b.jti ? -1 : a.jti > b.jti ? 1 : 0),
  );
}

/**
 * What is claimed of a milestone or indicator after each report, oldest first. A report that does not name it leaves it as
 * it was. A milestone of which nothing is said is complete once all its indicators are.
 */
export function statusesOf(terms: MilestoneTerms, claims: readonly Claim[]): ClaimedStatus[] {
  const last = new Map<string, string>();
  return inOrder(claims).map((claim) => {
    for (const { key, status } of claim.milestones) last.set(key, status);
    const indicators = terms.indicators ?? [];
    const all = indicators.length > 0 && indicators.every(({ key }) => last.get(key) === 'complete');
    return { claim, status: last.get(terms.key) ?? (all ? 'complete' : null) };
  });
}

/** What is claimed of the commitment itself after each report, oldest first. */
export function claimedStatuses(claims: readonly Claim[]): ClaimedStatus[] {
  return inOrder(claims).map((claim) => ({ claim, status: claim.status }));
}

/** The value that was last reported for an indicator. */
export function lastValue(key: string, claims: readonly Claim[]): number | undefined {
  const values = inOrder(claims).flatMap(({ milestones }) =>
    milestones.flatMap((one) => (one.key === key && one.value !== undefined ? [one.value] : [])),
  );
  return values.at(-1);
}

/** The report since which something is claimed complete without interruption; null where it is not, or no longer. */
export function completedBy(statuses: readonly ClaimedStatus[]): Claim | null {
  let since: Claim | null = null;
  for (const { claim, status } of statuses) {
    if (status !== 'complete') since = null;
    else since ??= claim;
  }
  return since;
}
