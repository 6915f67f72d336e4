import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table commitments_upload (
    draft uuid not null,
    sha256 text not null,
    bytes bytea not null,
    media_type text not null,
    created_at timestamptz not null,
    primary key (draft, sha256)
  )`,
  `create table commitments_waiting (
    id uuid primary key,
    thing text not null check (thing in ('plan', 'commitment')),
    file text not null,
    place int not null,
    body jsonb not null,
    created_at timestamptz not null
  )`,
  `create unique index commitments_waiting_of on commitments_waiting (file, place)`,
  `create table commitments_comment (
    id uuid primary key,
    commitment text not null,
    account uuid,
    name text,
    pseudonym text,
    text text not null,
    answers uuid,
    created_at timestamptz not null,
    hidden_at timestamptz,
    hidden_reason text,
    erased_at timestamptz
  )`,
  `create index commitments_comment_of on commitments_comment (commitment, created_at)`,
  `create index commitments_comment_by on commitments_comment (account, created_at)`,
  `create index commitments_reference_group on commitments_reference_row
    (log, reference, country, completion, star)`,
];
