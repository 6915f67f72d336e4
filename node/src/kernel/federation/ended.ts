import type { TrustDecision, TrustStep } from '@koinon/trust';

/** The decision against an entity with which this node has ended its partnership. `at` in seconds. */
export function endedDecision(entity: string, at: number): TrustDecision {
  const step: TrustStep = { code: 'partnership', ok: false, entity, cause: 'partner-removed', data: {} };
  return { subject: entity, trusted: false, at, steps: [step], reason: step };
}
