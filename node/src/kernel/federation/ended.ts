import type { TrustDecision, TrustStep } from '@koinon/trust';
import type { Db } from '../database/tables.ts';

/** Whether this node has ended its partnership with an entity: such a one is not trusted by way of others either. */
export async function hasEnded(db: Db, entity: string): Promise<boolean> {
  const row = await db
    .selectFrom('partner')
    .select('id')
    .where('node', '=', entity)
    .where('state', '=', 'removed')
    .executeTakeFirst();
  return row !== undefined;
}

/** The decision against such an entity. `at` in seconds. */
export function endedDecision(entity: string, at: number): TrustDecision {
  const step: TrustStep = { code: 'partnership', ok: false, entity, cause: 'partner-removed', data: {} };
  return { subject: entity, trusted: false, at, steps: [step], reason: step };
}
