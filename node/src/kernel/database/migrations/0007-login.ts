import { type Kysely, sql } from 'kysely';

/** What the provider keeps of logins that are under way, and single-use steps of a login in one browser; passkeys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table provider_state (
    model text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    uid text,
    expires_at timestamptz not null,
    primary key (model, id)
  )`.execute(db);
  await sql`create index provider_state_grant on provider_state (grant_id) where grant_id is not null`.execute(
    db,
  );
  await sql`create index provider_state_uid on provider_state (uid) where uid is not null`.execute(db);
  await sql`create index provider_state_expiry on provider_state (expires_at)`.execute(db);
  await sql`create table login_step (
    id text primary key,
    kind text not null,
    browser text not null,
    data jsonb not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create index login_step_expiry on login_step (expires_at)`.execute(db);
  await sql`create table passkey (
    id text primary key,
    account uuid not null references account (id),
    public_key bytea not null,
    counter bigint not null,
    level text not null,
    notified boolean not null,
    label text,
    created_at timestamptz not null,
    used_at timestamptz
  )`.execute(db);
  await sql`create index passkey_account on passkey (account)`.execute(db);
}
