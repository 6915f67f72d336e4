import { join } from 'node:path';
import { countries } from '../../demo/content/index.ts';
import type { Alliance } from './alliance.ts';
import { type Finished, koinon } from './process.ts';

/** Runs a command of the CLI against the n-th node of the demo while it runs. */
export function demoCommand(alliance: Alliance, n: number, args: readonly string[]): Promise<Finished> {
  return koinon(args, { KOINON_DATA: dataFolder(alliance, n) }, alliance.folder);
}

/** The data directory of the n-th node. */
export function dataFolder({ folder, port }: Alliance, n: number): string {
  const country = countries[n];
  if (country === undefined) throw new Error(`the demo has no node ${n}`);
  return join(folder, '.koinon/demo', String(port), country.key);
}
