import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../../../e2e/support/database.ts';

/** Where a measured node keeps its data: PGlite in a folder, or a database of its own on the server given. */
export interface Storage {
  name: 'PGlite' | 'PostgreSQL';
  folder: string;
  databaseUrl: string | undefined;
  drop(): Promise<void>;
}

/** Storage of each kind that there is here, made when asked for. */
export function storages(): (() => Promise<Storage>)[] {
  const kinds: (() => Promise<Storage>)[] = [() => makeStorage(false)];
  if (process.env.KOINON_TEST_DATABASE_URL) kinds.push(() => makeStorage(true));
  return kinds;
}

/** PostgreSQL where it is given, else PGlite. */
export function bestStorage(): Promise<Storage> {
  return makeStorage(Boolean(process.env.KOINON_TEST_DATABASE_URL));
}

async function makeStorage(postgres: boolean): Promise<Storage> {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-bench-'));
  const database = postgres ? await freshDatabase() : null;
  return {
    name: database ? 'PostgreSQL' : 'PGlite',
    folder,
    databaseUrl: database?.url,
    async drop() {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
