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

const OF_PROJECT = ['membership', 'entry', 'decision', 'vote', 'output', 'update'];
const MORE: Readonly<Record<string, string>> = {
  entry: 'number int not null,',
  vote: 'decision text not null,',
};

const experts = (table: string) => [
  `create table ${table} (
    title jsonb not null,
    topics text[] not null,
    languages text[] not null,
    until_at timestamptz,
    ${SUBJECT}
  )`,
  `create index ${table}_newest on ${table} (published_at desc, log, id) where state = 'live'`,
];

const statements = [
  `create table projects_project (
    title jsonb not null,
    topics text[] not null,
    languages text[] not null,
    ${SUBJECT}
  )`,
  `create index projects_newest on projects_project (published_at desc, log, id) where state = 'live'`,
  `create index projects_sub on projects_project (sub)`,
  `create table projects_invited (
    log int not null,
    id uuid not null,
    node text not null,
    primary key (log, id, node)
  )`,
  ...OF_PROJECT.flatMap((name) => [
    `create table projects_${name} (project text not null, ${MORE[name] ?? ''} ${SUBJECT})`,
    `create index projects_${name}_of on projects_${name} (project)`,
  ]),
  `create table projects_call (
    project text,
    title jsonb not null,
    topics text[] not null,
    languages text[] not null,
    due_at timestamptz not null,
    ${SUBJECT}
  )`,
  `create index projects_call_newest on projects_call (published_at desc, log, id) where state = 'live'`,
  `create index projects_call_sub on projects_call (sub)`,
  `create index projects_call_of on projects_call (project)`,
  `create table projects_answer (call text not null, ${SUBJECT})`,
  `create index projects_answer_of on projects_answer (call)`,
  ...experts('projects_offer'),
  ...experts('projects_request'),
];
