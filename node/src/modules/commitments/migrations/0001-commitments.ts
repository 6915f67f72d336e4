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
  `create table commitments_plan (
    title jsonb not null,
    programme text not null,
    ${SUBJECT}
  )`,
  `create table commitments_commitment (
    title jsonb not null,
    languages text[] not null,
    plan text,
    areas text[] not null,
    leads text[] not null,
    due_at timestamptz,
    ${SUBJECT}
  )`,
  `create index commitments_newest on commitments_commitment (published_at desc, log, id) where state = 'live'`,
  `create index commitments_of_plan on commitments_commitment (plan) where state = 'live'`,
  `create index commitments_sub on commitments_commitment (sub)`,
  `create table commitments_lead (
    commitment text not null,
    ${SUBJECT}
  )`,
  `create index commitments_lead_of on commitments_lead (commitment)`,
  `create table commitments_report (
    commitment text not null,
    status text not null,
    claims jsonb not null,
    claimed_at timestamptz not null,
    ${SUBJECT}
  )`,
  `create index commitments_report_of on commitments_report (commitment, claimed_at desc)`,
  `create table commitments_assessment (
    commitment text not null,
    scheme text not null,
    completion text not null,
    ${SUBJECT}
  )`,
  `create index commitments_assessment_of on commitments_assessment (commitment, published_at desc)`,
  `create table commitments_reference (
    title jsonb not null,
    format text not null,
    sha256 text not null,
    commitments int not null,
    countries int not null,
    ${SUBJECT}
  )`,
  `create table commitments_reference_row (
    log int not null,
    reference uuid not null,
    row int not null,
    country text not null,
    plan text not null,
    number text,
    title text not null,
    lang text not null,
    theme text,
    areas text[] not null,
    completion text,
    star boolean,
    body jsonb not null,
    primary key (log, reference, row)
  )`,
  `create table commitments_evidence (
    sha256 text not null,
    url text not null,
    outcome text not null,
    seen text,
    checked_at timestamptz not null,
    primary key (sha256, url)
  )`,
  `create index commitments_reference_country on commitments_reference_row (country, log, reference, row)`,
];
