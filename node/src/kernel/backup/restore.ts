import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Config } from '../config/config.ts';
import { type Migrations, migrate } from '../database/migrate.ts';
import { type OpenDatabase, openDatabase } from '../database/open.ts';
import type { Tx } from '../database/tables.ts';
import { NewerBackup, NotEmpty, UnreadableBackup } from './error.ts';
import { MASTER_KEY_FILE, type Manifest, RESTORED_SETTING, type Restored } from './manifest.ts';
import { type BackupFile, openBackup } from './read-backup.ts';

export interface RestoreOptions {
  config: Config;
  migrations: Migrations;
  path: string;
  passphrase: string;
  /** Told after each part, for progress. */
  onPart?: (file: string, rows: number) => void;
}

/**
 * Restores a backup into an empty database of either kind: the way from trial to production, and from one version of
 * PGlite to the next. The node then serves only what partners need until it has asked its witnesses how far its log had
 * got (decisions 6 and 9 of the design).
 * @throws UnreadableBackup, NewerBackup, NotEmpty
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { config, migrations } = options;
  const { manifest, files } = await openBackup(options.path, options.passphrase);
  const unknown = manifest.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new NewerBackup(unknown);
  // The schema as it was; what came after is applied to the restored rows.
  const then = Object.fromEntries(
    Object.entries(migrations).filter(([name]) => manifest.migrations.includes(name)),
  );
  const database = await openEmpty(config, then);
  try {
    await database.transaction(async (tx) => {
      for await (const file of files) {
        if (file.name === MASTER_KEY_FILE) {
          await writeMasterKey(config, file.content);
          continue;
        }
        const rows = await loadRows(tx, manifest, file);
        options.onPart?.(file.name, rows);
      }
      await continueCounters(tx, config.schema);
      await markRestored(tx, manifest);
    });
    await migrate(database.db, config.schema, migrations);
  } finally {
    await database.close();
  }
  return manifest;
}

async function openEmpty(config: Config, migrations: Migrations): Promise<OpenDatabase> {
  const database = await openDatabase(config, migrations);
  const log = await database.db.selectFrom('log').select('id').limit(1).execute();
  if (log.length === 0) return database;
  await database.close();
  throw new NotEmpty(config.databaseUrl ? `schema ${config.schema}` : config.dataDir);
}

const TABLE_FILE = /^tables\/([a-z_][a-z0-9_]*)\/\d{8}\.ndjson$/;

async function loadRows(tx: Tx, manifest: Manifest, file: BackupFile): Promise<number> {
  const table = TABLE_FILE.exec(file.name)?.[1];
  if (table === undefined || !manifest.tables.includes(table))
    throw new UnreadableBackup(`unknown file ${file.name}`);
  const lines = file.content.toString('utf8').trimEnd().split('\n');
  const name = sql.table(table);
  await sql`insert into ${name} overriding system value
    select * from json_populate_recordset(null::${name}, ${`[${lines.join(',')}]`}::json)`.execute(tx);
  return lines.length;
}

/** Puts the key of the backup in its place. The same key may lie there already: from an attempt that ended half way, or by hand. */
async function writeMasterKey(config: Config, content: Buffer): Promise<void> {
  const path = join(config.dataDir, 'master.key');
  if (config.masterKey) return;
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, content, { mode: 0o600, flush: true, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!content.equals(await readFile(path))) throw new NotEmpty(path);
  }
}

/** Identity columns go on behind the largest restored value. */
async function continueCounters(tx: Tx, schema: string): Promise<void> {
  const columns = await sql<{ table: string; column: string }>`
    select table_name::text as table, column_name::text as column from information_schema.columns
    where table_schema = ${schema} and is_identity = 'YES'`.execute(tx);
  for (const { table, column } of columns.rows) {
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, ${column}),
      coalesce(max(${sql.ref(column)}), 0) + 1, false) from ${sql.table(table)}`.execute(tx);
  }
}

async function markRestored(tx: Tx, manifest: Manifest): Promise<void> {
  const restored: Restored = {
    backupFrom: manifest.createdAt,
    restoredAt: new Date().toISOString(),
    logSize: manifest.logSize,
  };
  await tx
    .insertInto('setting')
    .values({ name: RESTORED_SETTING, value: JSON.stringify(restored) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(restored) }))
    .execute();
}
