import { type Kysely, sql } from 'kysely';

/** Finds the last keys record of a log, of which there are few in a million. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index entry_keys on entry (log, index) where kind = 'kernel/keys@1'`.execute(db);
}
