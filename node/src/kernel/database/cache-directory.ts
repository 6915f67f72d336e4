import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where things go that can be made again: `~/.cache/koinon`, or `.koinon` below `fallback` where HOME is not writable. */
export function cacheDirectory(fallback: string): string {
  for (const directory of [join(homedir(), '.cache', 'koinon'), join(fallback, '.koinon')]) {
    try {
      mkdirSync(directory, { recursive: true });
      accessSync(directory, constants.W_OK);
      return directory;
    } catch {
      // The next one may do.
    }
  }
  throw new Error(`Neither ~/.cache/koinon nor ${fallback}/.koinon can be written to.`);
}
