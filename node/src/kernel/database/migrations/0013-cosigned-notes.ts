import { type Kysely, sql } from 'kysely';

/** The newest checkpoint that has its quorum, for receipts made while a newer one waits for its witnesses. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table log add column cosigned_note text, add column cosigned_size bigint not null default 0`.execute(
    db,
  );
}
