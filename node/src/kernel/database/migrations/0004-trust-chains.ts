import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table trust_pin (
    entity text primary key,
    pin jsonb not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create table trust_chain (
    entity text primary key,
    anchor text not null,
    statements jsonb not null,
    resolved_at timestamptz not null,
    refresh_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create index trust_chain_refresh on trust_chain (refresh_at)`.execute(db);
}
