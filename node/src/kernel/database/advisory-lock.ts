import { sql } from 'kysely';
import { lockKey } from './names.ts';
import type { Tx } from './tables.ts';

/** Waits for the lock of a purpose and holds it until the transaction ends. */
export async function advisoryLock(tx: Tx, schema: string, purpose: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey(schema, purpose)}::bigint)`.execute(tx);
}

/** As `advisoryLock`, beside others who share it; whoever wants it alone waits. */
export async function sharedLock(tx: Tx, schema: string, purpose: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${lockKey(schema, purpose)}::bigint)`.execute(tx);
}
