import { type Kysely, sql } from 'kysely';

/** Who may take part in a process, and how many did once their pseudonyms are gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table participation_process
    add column admits jsonb not null default '{"level":"low","notified":false,"guests":true}',
    add column participants int`.execute(db);
  await sql`alter table participation_process alter column admits drop default`.execute(db);
}
