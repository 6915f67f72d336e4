import { type Kysely, sql } from 'kysely';

/** Logs of which the witness may have cosigned more than this database knows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table witness_recall (
    origin text primary key,
    thorough boolean not null,
    since timestamptz not null
  )`.execute(db);
}
