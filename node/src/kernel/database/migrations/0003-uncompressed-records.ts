import { type Kysely, sql } from 'kysely';

/**
 * Records stay inside their rows, as they are: base64 hardly shrinks, and trying to compress it was what appends spent most
 * of their time in the database on. Rows from before keep their form, which reads the same.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['pending', 'entry']) {
    await sql`alter table ${sql.table(table)} set (toast_tuple_target = 8160)`.execute(db);
    await sql`alter table ${sql.table(table)} alter column body set storage external`.execute(db);
  }
}
