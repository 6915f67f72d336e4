import { refreshTime, STATEMENT_LIFETIME, type TrustChain } from '@koinon/trust';
import type { Db, Tx } from '../database/tables.ts';

/** A chain as it was fetched. Whether it holds is for the reader to check again. */
export interface CachedChain {
  statements: readonly string[];
  /** Whether it is time to fetch it again. */
  due: boolean;
}

const date = (seconds: number): Date => new Date(seconds * 1000);

/** Keeps a chain until the first of its statements expires, a day at most. */
export async function keepChain(db: Db, chain: TrustChain, now: number): Promise<void> {
  const row = {
    anchor: chain.anchor,
    statements: JSON.stringify(chain.statements),
    resolved_at: date(now),
    refresh_at: date(refreshTime(now, chain.exp)),
    expires_at: date(Math.min(chain.exp, now + STATEMENT_LIFETIME)),
  };
  await db
    .insertInto('trust_chain')
    .values({ entity: chain.subject, ...row })
    .onConflict((conflict) => conflict.column('entity').doUpdateSet(row))
    .execute();
}

export async function dropChain(db: Db | Tx, entity: string): Promise<void> {
  await db.deleteFrom('trust_chain').where('entity', '=', entity).execute();
}

/** Entities whose chains are to be fetched again now, the most urgent first. */
export async function dueChains(db: Db, now: number, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('trust_chain')
    .select('entity')
    .where('refresh_at', '<=', date(now))
    .where('expires_at', '>', date(now))
    .orderBy('refresh_at')
    .limit(most)
    .execute();
  return rows.map(({ entity }) => entity);
}

/** Takes out what has expired. */
export async function sweepChains(db: Db, now: number): Promise<void> {
  await db.deleteFrom('trust_chain').where('expires_at', '<=', date(now)).execute();
}
