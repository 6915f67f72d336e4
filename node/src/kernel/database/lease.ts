import { sql } from 'kysely';
import type { Db } from './tables.ts';

/**
 * Takes or renews a lease: one holder at a time does what it names. By the database's clock, so that processes with
 * different clocks agree. A lease is a courtesy against double work; what must not happen twice is held by locks.
 */
export async function acquireLease(db: Db, name: string, holder: string, ttlMs: number): Promise<boolean> {
  const result = await sql`
    insert into lease (name, holder, until) values (${name}, ${holder}, clock_timestamp() + ${ttlMs} * interval '1 ms')
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where lease.holder = excluded.holder or lease.until < clock_timestamp()`.execute(db);
  return result.numAffectedRows === 1n;
}

/** Lets the next process go on at once. */
export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
}
