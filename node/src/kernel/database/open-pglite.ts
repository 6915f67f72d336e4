import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Kysely, PGliteDialect, sql } from 'kysely';
import type { Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { channelName } from './names.ts';
import { pgliteTemplate } from './pglite-template.ts';
import type { KernelTables } from './tables.ts';
import { runTransaction } from './transaction.ts';
import { INT8, parseInt8 } from './types.ts';

export interface PGliteDatabase extends Database {
  readonly kind: 'pglite';
  /** For pg-boss, which brings its own adapter. */
  readonly pglite: PGlite;
}

/** Opens the trial database below a data directory; one process at a time. */
export async function openPGlite(dataDir: string, schema: string): Promise<PGliteDatabase> {
  const unlock = await lockDirectory(join(dataDir, 'db.lock'));
  try {
    const pglite = await openDirectory(join(dataDir, 'db'));
    return await wrapPGlite(pglite, schema, async () => {
      await pglite.close();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** An open PGlite as a `Database` over one schema; several may share it. */
export async function wrapPGlite(
  pglite: PGlite,
  schema: string,
  close: () => Promise<void>,
): Promise<PGliteDatabase> {
  await pglite.exec(`set search_path to "${schema}", public; set timezone to 'UTC'`);
  const db = new Kysely<KernelTables>({ dialect: new PGliteDialect({ pglite }) });
  let closing: Promise<void> | undefined;
  return {
    kind: 'pglite',
    db,
    schema,
    pglite,
    transaction: (work, isolation) => runTransaction(db, work, isolation),
    notify: async (tx, channel, payload = '') => {
      await sql`select pg_notify(${channelName(schema, channel)}, ${payload})`.execute(tx);
    },
    listen: async (channel, heard) => {
      const stop = await pglite.listen(channelName(schema, channel), heard);
      return () => stop();
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Half a directory, left by a kill in the first start, never has the final name. */
async function openDirectory(directory: string): Promise<PGlite> {
  if (!existsSync(directory)) {
    const partial = `${directory}.partial`;
    await rm(partial, { recursive: true, force: true });
    const template = await pgliteTemplate();
    await cp(template.directory, partial, { recursive: true });
    await rename(partial, directory);
  }
  return await createPGlite({ dataDir: directory });
}

export async function createPGlite(options: { dataDir?: string; loadDataDir?: Blob }): Promise<PGlite> {
  return await PGlite.create({ ...options, extensions: { pg_trgm }, parsers: { [INT8]: parseInt8 } });
}
