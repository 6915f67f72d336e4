import { type Kysely, sql } from 'kysely';

/** The few records among many that say who belongs to which alliance. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index entry_alliance on entry (log, index)
    where kind in ('kernel/alliance@1', 'kernel/membership@1', 'kernel/trust-mark@1')`.execute(db);
}
