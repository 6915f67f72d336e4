import { type Kysely, sql } from 'kysely';

/** What happened lately, and what it concerns: people who follow that are told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table notice (
    log int not null,
    jti uuid not null,
    sub text not null,
    node text not null,
    subjects text[] not null,
    topics text[] not null,
    at timestamptz not null,
    primary key (log, jti)
  )`.execute(db);
  await sql`create index notice_at on notice (at)`.execute(db);
  await sql`create index notice_sub on notice (log, sub)`.execute(db);
}
