import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table log (
    id int generated always as identity primary key,
    origin text not null unique,
    node text not null,
    role text not null check (role in ('own', 'partner')),
    size bigint not null default 0,
    root bytea not null,
    range bytea not null default ''::bytea,
    projected bigint not null default 0,
    note text,
    note_size bigint not null default 0,
    note_at timestamptz,
    retired_at timestamptz
  )`,
  `create unique index log_one_own on log (role) where role = 'own' and retired_at is null`,
  `create table pending (
    id bigint generated always as identity primary key,
    jti uuid not null unique,
    kind text not null,
    sub text not null,
    prev uuid,
    iat bigint not null,
    body text not null,
    asked_at timestamptz not null
  )`,
  `create table entry (
    log int not null,
    index bigint not null,
    body text not null,
    raw bytea,
    leaf bytea not null,
    jti uuid,
    kind text,
    sub text,
    prev uuid,
    iat bigint,
    flag text,
    unprojected boolean not null default false,
    checked_at timestamptz not null,
    primary key (log, index)
  )`,
  `create index entry_jti on entry (jti)`,
  `create index entry_sub on entry (log, sub, index)`,
  `create index entry_flag on entry (log, index) where flag is not null`,
  `create index entry_unprojected on entry (log, index) where unprojected`,
  `create table tile (
    log int not null,
    level smallint not null,
    index bigint not null,
    hashes bytea not null,
    primary key (log, level, index)
  )`,
  `create table subject (
    log int not null,
    sub text not null,
    kind text not null,
    latest uuid not null,
    state text not null default 'live' check (state in ('live', 'withdrawn', 'erased')),
    reason text,
    state_jti uuid,
    state_at timestamptz,
    updated_at timestamptz not null,
    primary key (log, sub)
  )`,
  `create index subject_kind on subject (log, kind)`,
  `create table cosignature (
    log int not null,
    witness text not null,
    size bigint not null,
    at timestamptz not null,
    line text not null,
    primary key (log, witness, size, at)
  )`,
  `create table disclosure (
    log int not null,
    jti uuid not null,
    digest text not null,
    disclosure text not null,
    primary key (log, jti, digest)
  )`,
  `create table blob (
    digest text primary key,
    media_type text not null,
    size int not null,
    state text not null default 'present' check (state in ('present', 'erased', 'blocked')),
    bytes bytea,
    jti uuid,
    created_at timestamptz not null
  )`,
  `create table key (
    id text primary key,
    purpose text not null,
    algorithm text not null,
    public_jwk jsonb,
    wrapped bytea not null,
    created_at timestamptz not null,
    state text not null check (state in ('next', 'active', 'retired')),
    retired_at timestamptz
  )`,
  `create table record_key (
    log int not null,
    kid text not null,
    jwk jsonb not null,
    from_index bigint not null,
    until_index bigint,
    primary key (log, kid, from_index)
  )`,
  `create table partner (
    id int generated always as identity primary key,
    node text not null unique,
    host text not null unique,
    log int not null references log (id),
    name text not null,
    profile jsonb not null,
    log_prefix text not null,
    witness_name text not null,
    witness_prefix text not null,
    kinds jsonb not null default '[]',
    state text not null check (state in ('active', 'frozen', 'removed')),
    frozen_code text,
    pinned_kids jsonb not null default '[]',
    added_at timestamptz not null,
    added_by text not null,
    last_try_at timestamptz,
    last_ok_at timestamptz,
    last_error text,
    failures int not null default 0
  )`,
  `create table log_key (
    origin text not null,
    vkey text not null,
    purpose text not null check (purpose in ('follow', 'witness')),
    added_at timestamptz not null,
    primary key (origin, vkey)
  )`,
  `create table witness_key (
    name text not null,
    vkey text primary key,
    url text,
    added_at timestamptz not null
  )`,
  `create table cosigner (
    origin text primary key,
    size bigint not null,
    root bytea not null,
    note text not null,
    cosigned_at timestamptz not null
  )`,
  `create table alert (
    id uuid primary key,
    origin text not null,
    code text not null,
    detail jsonb not null,
    note_ours text,
    note_theirs text,
    jti uuid,
    raised_at timestamptz not null,
    resolved_jti uuid,
    resolved_reason text,
    resolved_at timestamptz
  )`,
  `create table agreement (
    origin text not null,
    peer text not null,
    size bigint not null,
    state text not null,
    at timestamptz not null,
    detail text,
    primary key (origin, peer)
  )`,
  `create table token (
    id uuid primary key,
    name text not null,
    hash text not null unique,
    permissions jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
  )`,
  `create table session (
    id text primary key,
    token uuid not null references token (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    seen_at timestamptz not null
  )`,
  `create table idempotency (
    actor text not null,
    key text not null,
    request_hash text not null,
    status int,
    response text,
    expires_at timestamptz not null,
    primary key (actor, key)
  )`,
  `create table lease (
    name text primary key,
    holder text not null,
    until timestamptz not null
  )`,
  `create table search (
    log int not null,
    sub text not null,
    lang text not null,
    module text not null,
    kind text not null,
    path text not null,
    title text not null,
    text text not null,
    prepared text not null,
    tsv tsvector not null,
    updated_at timestamptz not null,
    primary key (log, sub, lang)
  )`,
  `create index search_tsv on search using gin (tsv)`,
  `create index search_trigram on search using gin (prepared gin_trgm_ops)`,
  `create table setting (
    name text primary key,
    value jsonb not null
  )`,
];
