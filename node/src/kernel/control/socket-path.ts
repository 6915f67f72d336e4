import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../sha256.ts';

/** Longest path of a Unix socket on macOS, the shortest of the systems that we know. */
const LONGEST = 100;

/** `<data>/control.sock`, or a name derived from it where that is too long for a socket. */
export function controlSocketPath(dataDir: string): string {
  const path = join(dataDir, 'control.sock');
  return path.length <= LONGEST ? path : join(tmpdir(), `koinon-${sha256Hex(path).slice(0, 16)}.sock`);
}
