import { spawnSync } from 'node:child_process';

/** Runs belenios-tool; undefined on a machine that has none. */
export function beleniosTool(...args: string[]): { status: number | null; output: string } | undefined {
  const { error, status, stdout, stderr } = spawnSync('belenios-tool', args, {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return error === undefined ? { status, output: stdout + stderr } : undefined;
}
