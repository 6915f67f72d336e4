import { type Kysely, sql } from 'kysely';

/** Tables with the columns that each adds to those of every subject. */
const TABLES: Readonly<Record<string, string>> = {
  alliances_charter: 'digest text not null,',
  alliances_declaration: 'digest text not null,',
  alliances_signature: '',
  alliances_hand_over: 'digest text not null,',
  alliances_chair_answer: '',
  alliances_group: '',
  alliances_group_membership: '',
  alliances_meeting: 'starts_at timestamptz not null, ends_at timestamptz not null,',
  alliances_contribution: '',
};

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    await sql
      .raw(`create table ${table} (
        ${columns}
        alliance text not null,
        log int not null,
        id uuid not null,
        jti uuid not null,
        sub text not null,
        version int not null,
        state text not null check (state in ('live', 'withdrawn', 'erased')),
        published_at timestamptz not null,
        updated_at timestamptz not null,
        body jsonb not null,
        primary key (log, id)
      )`)
      .execute(db);
    await sql.raw(`create index ${table}_of on ${table} (alliance, published_at)`).execute(db);
  }
}
