import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../kernel/config/config.ts';
import { writeOutput } from './files.ts';
import { command } from './framework/command.ts';
import { UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { passphraseOf, passphraseOption } from './passphrase.ts';
import { dataOption, type Env, envFile, nodeConfig, SETTINGS_FILE } from './settings.ts';

/**
 * A log keeps its address for good, and a backup holds no settings of the machine that it came from: without the address
 * the restored node would not start.
 */
async function keepSettings(config: Config, origin: string, env: Env): Promise<string[]> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  await chmod(config.dataDir, 0o700);
  const path = join(config.dataDir, SETTINGS_FILE);
  if (config.origin === origin) return [];
  if (env.KOINON_ORIGIN || existsSync(path)) {
    return [
      `The settings say KOINON_ORIGIN=${config.origin}: set it to ${origin} before you start the node.`,
    ];
  }
  const settings = { KOINON_ORIGIN: origin, ...(env.DATABASE_URL && { DATABASE_URL: env.DATABASE_URL }) };
  await writeOutput(path, envFile(settings), { mode: 0o600 });
  return [
    `Its address${env.DATABASE_URL ? ' and DATABASE_URL are' : ' is'} kept in ${path}. A backup holds no other settings: add those of the old machine, such as KOINON_PORT and KOINON_PRODUCTION.`,
  ];
}

export const restore = command({
  name: 'restore',
  summary: 'Make a node from a backup',
  description: [
    'Fills an empty database of either kind from a backup. The node then asks its witnesses how far its log had got, fetches what it lacks from their copies, and signs only after that.',
    'A database that holds a node already is never touched.',
  ],
  arguments: [{ name: 'file', describe: 'a file that "koinon backup" wrote' }],
  options: { ...passphraseOption, ...dataOption },
  examples: ['koinon restore monday.koinon-backup --data /var/lib/koinon --passphrase-file /root/passphrase'],
  async run({ args: [file = ''], options, io, env }) {
    if (!existsSync(file)) throw new UsageError('no-file', `There is no file ${file} to restore from.`);
    const passphrase = await passphraseOf(env, options['passphrase-file']);
    const config = await nodeConfig(env, options.data);
    const [{ restoreBackup }, { allMigrations }, { modules }] = await Promise.all([
      import('../kernel/backup/index.ts'),
      import('../kernel/make-kernel.ts'),
      import('../main.ts'),
    ]);
    const manifest = await restoreBackup({
      config,
      migrations: allMigrations(modules),
      path: resolve(file),
      passphrase,
      onPart: (part, rows) => io.progress(`${part}: ${rows} rows`),
    });
    return io.answer(EXIT.ok, { manifest }, [
      `Restored ${manifest.origin} as it was on ${manifest.createdAt.slice(0, 16).replace('T', ' ')} UTC.`,
      ...(await keepSettings(config, manifest.origin, env)),
      `Start it with "koinon serve --data ${config.dataDir}": it catches up with what its witnesses saw before it signs again.`,
    ]);
  },
});
