import { setTimeout as sleep } from 'node:timers/promises';
import type { IsolationLevel } from 'kysely';
import type { Db, Tx } from './tables.ts';

const RETRIES = 5;

/** Runs `work` in a transaction and again where the database asks for it; `work` must be safe to run twice. */
export async function runTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  isolation: IsolationLevel = 'read committed',
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await db.transaction().setIsolationLevel(isolation).execute(work);
    } catch (error) {
      if (attempt >= RETRIES || !isRetryable(error)) throw error;
      await sleep(2 ** attempt * 5 * (1 + Math.random()));
    }
  }
}

/** serialization_failure and deadlock_detected: nothing is wrong with the work itself. */
function isRetryable(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01';
}
