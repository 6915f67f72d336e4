import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table practices_practice (
    log int not null,
    id uuid not null,
    jti uuid not null,
    sub text not null,
    version int not null,
    state text not null check (state in ('live', 'withdrawn', 'erased')),
    title jsonb not null,
    summary jsonb not null,
    languages text[] not null,
    stage text not null,
    level text not null,
    topics text[] not null,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    body jsonb not null,
    primary key (log, id)
  )`,
  // The list in its order, whole or narrowed to one origin; other facets filter along it or use the arrays' index.
  `create index practices_practice_newest on practices_practice (published_at desc, log, id) where state = 'live'`,
  `create index practices_practice_origin on practices_practice (log, published_at desc, id) where state = 'live'`,
  `create index practices_practice_sub on practices_practice (sub)`,
  `create table practices_slug (
    log int not null,
    slug text not null,
    id uuid not null,
    primary key (log, slug, id)
  )`,
  `create table practices_adoption (
    log int not null,
    id uuid not null,
    jti uuid not null,
    sub text not null,
    version int not null,
    state text not null check (state in ('live', 'withdrawn', 'erased')),
    practice text not null,
    source text,
    status text not null,
    since text not null,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    body jsonb not null,
    primary key (log, id)
  )`,
  `create index practices_adoption_practice on practices_adoption (practice, published_at)`,
  `create index practices_adoption_sub on practices_adoption (sub)`,
];
