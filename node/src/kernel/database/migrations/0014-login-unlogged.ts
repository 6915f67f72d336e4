import { type Kysely, sql } from 'kysely';

/**
 * Logins that are under way lose nothing but themselves where the database ends in a crash: whoever was in the middle of one
 * begins again, and no code or link of before the crash opens anything. So a login need not wait a dozen times for the disk.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table provider_state set unlogged`.execute(db);
  await sql`alter table login_step set unlogged`.execute(db);
}
