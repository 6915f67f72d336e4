import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_ARGUMENTS } from '../../bin/launch.js';
import { envFile, SETTINGS_FILE } from '../../node/src/cli/settings.ts';
import type { DemoNode } from './demo-node.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A node that has not stopped by then is killed, so that the demo ends within ten seconds. */
const STOP_MS = 7000;
const START_MS = 120_000;

/** A node ended before it served, or did not serve in time. */
export class NodeFailed extends Error {}

export interface NodeProcess {
  readonly node: DemoNode;
  /** Resolves once it serves. @throws NodeFailed */
  readonly serving: Promise<void>;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts `koinon serve` for one node, as an operator would: with its data directory and the settings kept there. */
export function spawnNode(node: DemoNode, database: Readonly<Record<string, string>>): NodeProcess {
  mkdirSync(node.dataDir, { recursive: true, mode: 0o700 });
  const settings = {
    KOINON_ORIGIN: node.url,
    KOINON_PORT: String(node.port),
    KOINON_PROFILE: JSON.stringify(node.country.profile),
    KOINON_ALLOW_LOOPBACK: 'true',
    KOINON_DEMO: 'true',
    KOINON_LOGIN_METHODS: JSON.stringify(loginMethods(node)),
    ...database,
  };
  writeFileSync(join(node.dataDir, SETTINGS_FILE), envFile(settings), { mode: 0o600 });
  const log = openSync(node.logFile, 'a', 0o600);
  const args = [...NODE_ARGUMENTS, join(root, 'node/src/cli.ts'), 'serve', '--data', node.dataDir];
  const child = spawn(process.execPath, args, {
    // The IPC channel ends with this process, and with it the node; signals of the terminal reach only the supervisor.
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
    env: { ...withoutKoinon(process.env), TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    node,
    serving: untilServing(child, node),
    ended,
    stop: () => stop(child, ended),
  };
}

/** A test eID for its citizens, and letters that are written to files; no passkeys, because the address is a number. */
function loginMethods({ country }: DemoNode) {
  return [{ type: 'test-eid', people: country.people }, { type: 'email' }];
}

function withoutKoinon(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !name.startsWith('KOINON_') && name !== 'DATABASE_URL' && name !== 'INIT_CWD',
    ),
  );
}

function untilServing(child: ChildProcess, node: DemoNode): Promise<void> {
  const { name } = node.country.profile;
  const serving = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(failed(`${name} did not start within two minutes`, node)),
      START_MS,
    );
    const settle = (end: () => void) => {
      clearTimeout(timer);
      end();
    };
    child.once('message', () => settle(resolve));
    child.once('error', (error) =>
      settle(() => reject(failed(`${name} could not be started: ${error.message}`, node))),
    );
    child.once('exit', (code, signal) =>
      settle(() => reject(failed(`${name} ended while it started (${signal ?? code})`, node))),
    );
  });
  // Whoever awaits it hears of it; until then it must not end this process.
  serving.catch(() => {});
  return serving;
}

function failed(what: string, node: DemoNode): NodeFailed {
  const lines = readFileSync(node.logFile, 'utf8').trimEnd().split('\n').slice(-5);
  return new NodeFailed(
    `${what}. Its log, ${node.logFile}, ends with:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
