import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../../../../', import.meta.url));

/** Folder with the real plans and reviews, or null where this machine has none. They are read in place, never copied. */
export function sharedPlans(): string | null {
  const folder = join(process.env.KOINON_SHARED ?? join(ROOT, '../shared'), 'data/opendata/ogp');
  if (existsSync(folder)) return folder;
  const required = (process.env.KOINON_REQUIRE ?? '').split(',').map((name) => name.trim());
  if (required.includes('conformance')) throw new Error(`conformance is required, but there is no ${folder}`);
  console.info(`skipped: no plans at ${folder}`);
  return null;
}

export function readPlan(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
