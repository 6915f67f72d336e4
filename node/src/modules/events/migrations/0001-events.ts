import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** What every subject of a log has here. */
const SUBJECT = `log int not null,
    id uuid not null,
    jti uuid not null,
    sub text not null,
    version int not null,
    state text not null check (state in ('live', 'withdrawn', 'erased')),
    published_at timestamptz not null,
    updated_at timestamptz not null,
    body jsonb not null,
    primary key (log, id)`;

const statements = [
  `create table events_event (
    title jsonb not null,
    summary jsonb not null,
    type text not null,
    mode text not null,
    status text not null,
    topics text[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    ${SUBJECT}
  )`,
  `create index events_sub on events_event (sub)`,
  `create index events_newest on events_event (published_at desc, log, id) where state = 'live'`,
  `create table events_occurrence (
    log int not null,
    event uuid not null,
    at text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    starts_local text not null,
    cancelled boolean not null,
    primary key (log, event, at)
  )`,
  `create index events_occurrence_time on events_occurrence (starts_at, log, event)`,
  `create table events_outcome (
    event text not null,
    ${SUBJECT}
  )`,
  `create index events_outcome_of on events_outcome (event) where state = 'live'`,
  `create table events_registration (
    id uuid primary key,
    event uuid not null,
    account uuid not null,
    attendance text not null check (attendance in ('in-person', 'online')),
    state text not null check (state in ('in', 'waiting')),
    place int not null,
    name text not null,
    email text,
    locale text not null,
    remind_day boolean not null,
    remind_hour boolean not null,
    registered_at timestamptz not null,
    promoted_at timestamptz,
    unique (event, account),
    unique (event, place)
  )`,
  `create index events_registration_account on events_registration (account)`,
  `create table events_letter (
    id uuid primary key,
    registration uuid not null references events_registration (id) on delete cascade,
    what text not null,
    about text not null,
    asked_at timestamptz not null,
    claimed_until timestamptz,
    tries int not null default 0,
    sent_at timestamptz,
    unique (registration, what, about)
  )`,
  `create index events_letter_unsent on events_letter (asked_at) where sent_at is null`,
];
