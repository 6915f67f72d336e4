import { type Kysely, sql } from 'kysely';

/** Alliances that this node hosts, and alliances that it is a member of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table alliance (
    id text primary key,
    slug text not null unique,
    state text not null check (state in ('active', 'prepared', 'handed-over')),
    charter jsonb not null,
    chair text not null,
    mark_names jsonb not null,
    policy jsonb,
    hand_over text,
    successor text,
    predecessor text,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create table alliance_key (
    kid text primary key,
    alliance text not null,
    sealed bytea not null,
    created_at timestamptz not null,
    retired_at timestamptz
  )`.execute(db);
  await sql`create table alliance_invitation (
    alliance text not null,
    node text not null,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (alliance, node)
  )`.execute(db);
  await sql`create table alliance_mark (
    alliance text not null,
    node text not null,
    name text not null,
    granted_at timestamptz not null,
    primary key (alliance, node, name)
  )`.execute(db);
  await sql`create table membership (
    alliance text primary key,
    title jsonb not null,
    state text not null check (state in ('joined', 'member', 'former', 'left', 'moved')),
    since timestamptz not null,
    changed_at timestamptz not null,
    checked_at timestamptz,
    problem text
  )`.execute(db);
  await sql`create table own_mark (
    alliance text not null,
    type text not null,
    jws text not null,
    expires_at timestamptz not null,
    primary key (alliance, type)
  )`.execute(db);
}
