import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../../..');

/** Folder of the public sample elections, or undefined on a machine that has none. */
export function sampleElections(): string | undefined {
  const shared = process.env.KOINON_SHARED ?? resolve(root, '../shared');
  const folder = join(shared, 'data', 'elections');
  return existsSync(folder) ? folder : undefined;
}
