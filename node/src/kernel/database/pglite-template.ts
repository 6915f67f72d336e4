import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { cacheDirectory } from './cache-directory.ts';
import { lockDirectory } from './directory-lock.ts';
import { DirectoryInUse } from './error.ts';
import { unpackTemplate } from './unpack-template.ts';

/**
 * A fresh database cluster: initdb in WebAssembly takes around ten seconds, using this takes two. Made once per PGlite
 * version and machine, as an archive (for databases in memory) and as a directory (for copying).
 */
export interface PGliteTemplate {
  archive(): Promise<Blob>;
  directory: string;
}

let ready: Promise<PGliteTemplate> | undefined;

export function pgliteTemplate(): Promise<PGliteTemplate> {
  ready ??= findOrMake().catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

const WAIT_MS = 200;

async function findOrMake(): Promise<PGliteTemplate> {
  const base = join(cacheDirectory(process.cwd()), `pglite-${pgliteVersion()}`);
  const template = { archive: async () => new Blob([await readFile(`${base}.tar`)]), directory: base };
  // Nodes that start at the same time wait for one of them, instead of all doing the same slow work.
  while (!existsSync(base)) {
    try {
      const unlock = await lockDirectory(`${base}.lock`);
      try {
        if (!existsSync(base)) await make(base);
      } finally {
        unlock();
      }
    } catch (error) {
      if (!(error instanceof DirectoryInUse)) throw error;
      await sleep(WAIT_MS);
    }
  }
  return template;
}

/** What a reader finds under the final names is whole: both appear by renaming, the directory last. */
async function make(base: string): Promise<void> {
  const fresh = await PGlite.create({ extensions: { pg_trgm } });
  await fresh.exec('create extension if not exists pg_trgm; checkpoint;');
  const archive = await fresh.dumpDataDir('none');
  await fresh.close();
  await writeFile(`${base}.tar.partial`, Buffer.from(await archive.arrayBuffer()));
  await rename(`${base}.tar.partial`, `${base}.tar`);
  await rm(`${base}.partial`, { recursive: true, force: true });
  await unpackTemplate(archive, `${base}.partial`);
  await rename(`${base}.partial`, base);
}

function pgliteVersion(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@electric-sql/pglite');
  const { version } = require(join(entry, '..', '..', 'package.json')) as { version: string };
  return version;
}
