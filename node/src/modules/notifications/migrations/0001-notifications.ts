import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table notifications_followed (
    id uuid primary key,
    account uuid not null,
    sort text not null check (sort in ('subject', 'topic', 'node')),
    value text not null,
    title jsonb not null,
    created_at timestamptz not null,
    unique (account, sort, value)
  )`,
  `create table notifications_reader (
    account uuid primary key,
    id uuid not null unique,
    address text,
    frequency text not null check (frequency in ('off', 'daily', 'weekly')),
    locale text not null,
    feed_version int not null,
    sent_until timestamptz not null,
    refused_at timestamptz
  )`,
  // Whom a digest goes to.
  `create index notifications_reader_due on notifications_reader (frequency) where frequency <> 'off'`,
  `create table notifications_confirmation (
    hash text primary key,
    account uuid not null,
    address text not null,
    frequency text not null check (frequency in ('daily', 'weekly')),
    locale text not null,
    created_at timestamptz not null
  )`,
  `create index notifications_confirmation_account on notifications_confirmation (account)`,
];
