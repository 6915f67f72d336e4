import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { cacheDirectory } from './cache-directory.ts';

let making: Promise<Blob> | undefined;

/**
 * A fresh database cluster as an archive, for `loadDataDir`: initdb in WebAssembly takes around ten seconds, loading
 * this takes two. Made once per PGlite version and machine.
 */
export function pgliteTemplate(): Promise<Blob> {
  making ??= loadOrMake().catch((error) => {
    making = undefined;
    throw error;
  });
  return making;
}

async function loadOrMake(): Promise<Blob> {
  const path = join(cacheDirectory(process.cwd()), `pglite-${pgliteVersion()}.tar`);
  if (existsSync(path)) return new Blob([await readFile(path)]);
  const fresh = await PGlite.create({ extensions: { pg_trgm } });
  await fresh.exec('create extension if not exists pg_trgm; checkpoint;');
  const archive = await fresh.dumpDataDir('none');
  await fresh.close();
  // A reader sees no file or a whole one, also when two processes make it at once.
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, Buffer.from(await archive.arrayBuffer()));
  await rename(partial, path);
  return archive;
}

function pgliteVersion(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@electric-sql/pglite');
  const { version } = require(join(entry, '..', '..', 'package.json')) as { version: string };
  return version;
}
