import { type Kysely, sql } from 'kysely';

/**
 * Whom the entities of this node state, and how each partner's chain was judged. Keys of logs and witnesses get an end, so
 * that an old one counts for a while beside the new one; those that are there have none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table subordinate (
    issuer text not null,
    subject text not null,
    jwks jsonb not null,
    source text not null check (source in ('first-contact', 'chain', 'log', 'operator')),
    seen bigint not null default 0,
    added_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (issuer, subject)
  )`.execute(db);
  await sql`create table trust_evidence (
    digest text primary key,
    subject text not null,
    statements jsonb not null,
    kept_at timestamptz not null
  )`.execute(db);
  await sql`alter table partner
    add column decision jsonb,
    add column evidence text,
    add column ended_by uuid`.execute(db);
  await sql`alter table log_key add column until timestamptz`.execute(db);
  await sql`alter table witness_key add column until timestamptz`.execute(db);
}
