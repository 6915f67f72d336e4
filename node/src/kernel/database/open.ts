import type { Config } from '../config/config.ts';
import { type Migrations, migrate } from './migrate.ts';
import { openPGlite, type PGliteDatabase } from './open-pglite.ts';
import { openPostgres, type PostgresDatabase } from './open-postgres.ts';

export type OpenDatabase = PGliteDatabase | PostgresDatabase;

/** Opens the node's database, whichever it is, with its schema up to date. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'schema'>,
  migrations: Migrations,
): Promise<OpenDatabase> {
  const database = config.databaseUrl
    ? await openPostgres(config.databaseUrl, config.schema)
    : await openPGlite(config.dataDir, config.schema);
  try {
    await migrate(database.db, config.schema, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
