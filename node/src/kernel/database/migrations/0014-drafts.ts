import { type Kysely, sql } from 'kysely';

/** Drafts of long forms. What is typed is `json`, not `jsonb`: that refuses NUL, and a draft keeps what a form would. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table draft (
    id uuid primary key,
    owner text not null,
    form text not null,
    subject text,
    typed json not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`.execute(db);
  await sql`create index draft_owner on draft (owner, form)`.execute(db);
}
