import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Folder of the shared vectors, or null where this machine has none. They are not part of the repository. */
export function sharedVectors(): string | null {
  const folder = join(process.env.KOINON_SHARED ?? join(ROOT, '../shared'), 'data/identity');
  if (existsSync(folder)) return folder;
  const required = (process.env.KOINON_REQUIRE ?? '').split(',').map((name) => name.trim());
  if (required.includes('conformance')) throw new Error(`conformance is required, but there is no ${folder}`);
  console.info(`skipped: no conformance vectors at ${folder}`);
  return null;
}

export function readPacked<T>(folder: string, file: string): T {
  return JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8')) as T;
}
