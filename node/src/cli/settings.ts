import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { Config } from '../kernel/config/config.ts';
import { readConfig } from '../kernel/config/read.ts';
import type { OptionSpec } from './framework/command.ts';
import { UsageError } from './framework/error.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** The settings that `koinon init` keeps in the data directory; the environment goes before them. */
export const SETTINGS_FILE = 'koinon.env';

/** Every command on a node has it. */
export const dataOption = {
  data: {
    type: 'string',
    value: 'DIR',
    describe: 'Data directory of the node; otherwise KOINON_DATA, otherwise .koinon/node.',
  },
} as const satisfies Record<string, OptionSpec>;

/** Settings of the node of a data directory. @throws BadConfiguration */
export async function nodeConfig(env: Env, data: string | undefined): Promise<Config> {
  const asked = data === undefined ? env : { ...env, KOINON_DATA: resolve(data) };
  const directory = resolve(env.INIT_CWD ?? process.cwd(), asked.KOINON_DATA || '.koinon/node');
  const kept = await readFile(join(directory, SETTINGS_FILE), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
      throw error;
    },
  );
  return readConfig({ ...parseEnv(kept), ...withoutEmpty(asked) });
}

/** A variable that is set to nothing counts as not set, so it must not hide what is kept. */
function withoutEmpty(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

/** A command must not make a node by the way: only `init`, `restore` and `serve` do. @throws UsageError */
export function requireNode(config: Config): void {
  if (config.databaseUrl !== undefined || existsSync(join(config.dataDir, 'db'))) return;
  throw new UsageError(
    'no-node',
    `There is no node in ${config.dataDir}. Make one with "koinon init", or name its directory with --data.`,
  );
}

/** The text of a settings file. Values are JSON strings or plain words; single quotes keep both as they are for `util.parseEnv` and for shells. */
export function envFile(settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${quoted(value)}`);
  return `# Settings of this node (docs/configuration.md). The environment goes before them.\n${lines.join('\n')}\n`;
}

function quoted(value: string): string {
  if (/^[\w:/.@-]*$/.test(value)) return value;
  // An apostrophe inside JSON can be written as an escape, which means the same.
  return `'${value.replaceAll("'", '\\u0027')}'`;
}
