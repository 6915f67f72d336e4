import { sql } from 'kysely';
import { openPostgres } from './open-postgres.ts';

/** Deletes the tables of a node and of its jobs from a PostgreSQL database, for good: `koinon demo --fresh` and tests. */
export async function dropSchema(url: string, schema: string): Promise<void> {
  const database = await openPostgres(url, schema, 1);
  try {
    for (const name of [schema, `${schema}_jobs`]) {
      await sql`drop schema if exists ${sql.id(name)} cascade`.execute(database.db);
    }
  } finally {
    await database.close();
  }
}
