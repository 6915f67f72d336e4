import { type Kysely, sql } from 'kysely';

/** People beside tokens: accounts, their sessions and roles, what staff do, and who took part in which process. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table account (
    id uuid primary key,
    issuer text not null,
    subject text,
    display_name text,
    created_at timestamptz not null,
    last_login_at timestamptz,
    erased_at timestamptz,
    unique (issuer, subject),
    check ((subject is null) = (erased_at is not null))
  )`,
  `create table account_identifier (
    hash text primary key,
    subject text not null,
    account uuid references account (id),
    lasting boolean not null,
    removed_at timestamptz,
    until timestamptz,
    check ((account is null) = (until is not null))
  )`,
  `create index account_identifier_account on account_identifier (account)`,
  `create index account_identifier_subject on account_identifier (subject)`,
  `alter table session
    alter column token drop not null,
    add column account uuid references account (id),
    add column method text,
    add column level text,
    add column notified boolean,
    add column authenticated_at timestamptz,
    add column browser text,
    add constraint session_of_one check ((token is null) <> (account is null)),
    add constraint session_of_account check (account is null or
      (method is not null and level is not null and notified is not null and authenticated_at is not null))`,
  `create index session_account on session (account) where account is not null`,
  `alter table token add column made_by text`,
  `create table role_grant (
    id uuid primary key,
    account uuid not null references account (id),
    role text not null,
    resource text,
    granted_at timestamptz not null,
    granted_by text not null
  )`,
  `create unique index role_grant_once on role_grant (account, role, coalesce(resource, ''))`,
  `create table invitation (
    id uuid primary key,
    hash text not null unique,
    grants jsonb not null,
    invitee text not null,
    invited_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid,
    revoked_at timestamptz
  )`,
  `create table approval (
    id uuid primary key,
    act text not null,
    params jsonb not null,
    subject text not null,
    reason text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    outcome text,
    decided_by text,
    decided_at timestamptz,
    check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
    check (decided_by is distinct from asked_by or outcome = 'refused')
  )`,
  `create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    acting_for text,
    act text not null,
    subject text not null,
    detail jsonb not null
  )`,
  `create index audit_actor on audit (actor, id)`,
  `create table authorship (
    account uuid not null,
    jti uuid not null,
    at timestamptz not null,
    primary key (account, jti)
  )`,
  `create table participation_process (
    process text primary key,
    wrapped bytea,
    opened_at timestamptz not null,
    objection_until timestamptz,
    key_destroyed_at timestamptz,
    check ((wrapped is null) = (key_destroyed_at is not null))
  )`,
  `create table participation (
    process text not null,
    pseudonym text not null,
    primary key (process, pseudonym)
  )`,
  `create table participation_record (
    process text not null,
    pseudonym text not null,
    jti uuid not null,
    primary key (process, pseudonym, jti)
  )`,
];
