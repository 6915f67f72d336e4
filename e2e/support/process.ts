import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { NODE_ARGUMENTS } from '../../bin/launch.js';

export const root = join(import.meta.dirname, '../..');

export interface Running {
  child: ChildProcess;
  /** What it wrote so far, both streams. */
  output(): string;
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** What Koinon reads from the environment must come from the test, not from whoever runs it. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(KOINON_|DATABASE_URL$|VITEST|NODE_OPTIONS$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Starts a TypeScript file of the workspace in a Node of its own: one process, so that a kill hits it and not a launcher. */
export function startScript(
  file: string,
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Running {
  const child = spawn(process.execPath, [...NODE_ARGUMENTS, join(root, file), ...args], {
    cwd: options.cwd ?? root,
    env: { ...cleanEnvironment(), TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout?.on('data', (chunk) => (text += chunk));
  child.stderr?.on('data', (chunk) => (text += chunk));
  return {
    child,
    output: () => text,
    async end(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}

/** Runs `koinon <args>` to its end. */
export async function koinon(
  args: readonly string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<Finished> {
  const child = spawn(process.execPath, [join(root, 'bin/koinon.js'), ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return finish(child);
}

/** Runs any program to its end. */
export function runProgram(program: string, args: readonly string[], cwd = root): Promise<Finished> {
  return finish(spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] }));
}

async function finish(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  const [code] = await once(child, 'close');
  return { code: code ?? -1, stdout, stderr };
}
