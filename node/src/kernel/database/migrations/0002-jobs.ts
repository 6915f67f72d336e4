import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table job_outbox (
    id bigint generated always as identity primary key,
    name text not null,
    data jsonb not null,
    key text,
    start_after timestamptz
  )`.execute(db);
}
