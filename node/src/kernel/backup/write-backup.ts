import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Encrypter } from 'age-encryption';
import { sql } from 'kysely';
import { type Pack, pack } from 'tar-stream';
import { appliedNames } from '../database/migrate.ts';
import type { Db, Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { VERSION } from '../version.ts';
import { FORMAT, MANIFEST_FILE, MASTER_KEY_FILE, type Manifest, NOT_KEPT } from './manifest.ts';

export interface BackupOptions {
  /** Where the archive goes; replaced only once it is whole. */
  path: string;
  passphrase: string;
  /** log2 of the work of deriving the key from the passphrase; lower only in tests. */
  workFactor?: number;
}

const ROWS = 200;

/**
 * Writes one archive of the whole node: manifest, a file of JSON rows per part of each table, and the master key where
 * it is a file (the keys in the database are wrapped by it). All of one moment, encrypted with age to a passphrase.
 */
export async function writeBackup(kernel: Kernel, options: BackupOptions): Promise<Manifest> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(options.passphrase);
  if (options.workFactor !== undefined) encrypter.setScryptWorkFactor(options.workFactor);
  const partial = `${options.path}.partial`;
  const archive = pack();
  try {
    const encrypted = await encrypter.encrypt(
      Readable.toWeb(Readable.from(archive as AsyncIterable<Uint8Array>)) as ReadableStream<Uint8Array>,
    );
    const written = pipeline(
      Readable.fromWeb(encrypted as Parameters<typeof Readable.fromWeb>[0]),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    const [manifest] = await Promise.all([fill(archive, kernel), written]);
    await rename(partial, options.path);
    return manifest;
  } catch (error) {
    archive.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

async function fill(archive: Pack, kernel: Kernel): Promise<Manifest> {
  const manifest = await kernel.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const stated = await describe(tx, kernel);
      await addFile(archive, MANIFEST_FILE, JSON.stringify(stated, null, 2));
      const master = kernel.config.masterKey
        ? null
        : await readFile(join(kernel.config.dataDir, 'master.key'));
      if (master) await addFile(archive, MASTER_KEY_FILE, master);
      for (const table of stated.tables) await addTable(archive, tx, table);
      return stated;
    });
  archive.finalize();
  return manifest;
}

async function describe(tx: Tx, kernel: Kernel): Promise<Manifest> {
  const head = await tx
    .selectFrom('log')
    .select('size')
    .where('id', '=', kernel.ownLog)
    .executeTakeFirstOrThrow();
  return {
    format: FORMAT,
    software: VERSION,
    createdAt: kernel.clock.now().toISOString(),
    origin: kernel.identity.origin,
    logOrigin: kernel.identity.logOrigin,
    logSize: head.size,
    migrations: [...(await appliedNames(tx))],
    tables: (await tablesOf(tx, kernel.database.schema)).filter((table) => !NOT_KEPT.has(table)),
  };
}

export async function tablesOf(db: Db | Tx, schema: string): Promise<string[]> {
  const rows = await sql<{ name: string }>`select tablename::text as name from pg_tables
    where schemaname = ${schema} order by tablename collate "C"`.execute(db);
  return rows.rows.map((row) => row.name);
}

async function addTable(archive: Pack, tx: Tx, table: string): Promise<void> {
  await sql`declare backup_rows no scroll cursor for
    select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(tx);
  for (let part = 0; ; part++) {
    const rows = await sql<{ row: string }>`fetch forward ${sql.lit(ROWS)} from backup_rows`.execute(tx);
    if (rows.rows.length === 0) break;
    const name = `tables/${table}/${String(part).padStart(8, '0')}.ndjson`;
    await addFile(archive, name, rows.rows.map(({ row }) => `${row}\n`).join(''));
  }
  await sql`close backup_rows`.execute(tx);
}

/** Waits where the reader is slower, so that memory stays bounded. */
function addFile(archive: Pack, name: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return new Promise((resolve, reject) => {
    const entry = archive.entry({ name, size: bytes.length, mode: 0o600 }, (error) =>
      error ? reject(error) : resolve(),
    );
    entry.end(bytes);
  });
}
