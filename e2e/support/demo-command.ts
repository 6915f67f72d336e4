import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Alliance } from './alliance.ts';
import { type Finished, koinon } from './process.ts';

/** Runs a command of the CLI against the n-th node of the demo while it runs. */
export function demoCommand(alliance: Alliance, n: number, args: readonly string[]): Promise<Finished> {
  return koinon(args, { KOINON_DATA: dataFolder(alliance, n) }, alliance.folder);
}

/** The data directory of the n-th node: the one whose socket it listens on. */
export function dataFolder({ folder, port }: Alliance, n: number): string {
  const state = join(folder, '.koinon/demo', String(port));
  const names = readdirSync(state).filter((name) => existsSync(join(state, name, 'control.sock')));
  const name = names.sort()[n];
  if (name === undefined) throw new Error(`the demo has no node ${n} in ${state}`);
  return join(state, name);
}
