import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Manifest } from '../kernel/backup/index.ts';
import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { passphraseOf, passphraseOption } from './passphrase.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const backup = command({
  name: 'backup',
  summary: 'Write the whole node into one encrypted file',
  description: [
    'One file with every table, the blobs and the keys of the node, all of one moment, encrypted with age to a passphrase. The node may run meanwhile. "koinon restore" makes a node from it, on either database.',
  ],
  arguments: [{ name: 'file', describe: 'the file to write, for example node.koinon-backup' }],
  options: {
    force: { type: 'boolean', describe: 'Replace the file where it exists.' },
    ...passphraseOption,
    ...dataOption,
  },
  examples: ['koinon backup /backups/monday.koinon-backup --passphrase-file /root/passphrase'],
  async run({ args: [file = ''], options, io, env }) {
    const path = resolve(file);
    if (existsSync(path) && !options.force) {
      throw new UsageError('file-exists', `${path} exists. Nothing was written; --force replaces it.`);
    }
    if (!existsSync(dirname(path))) {
      throw new UsageError('no-directory', `There is no directory ${dirname(path)} to write the backup to.`);
    }
    const passphrase = await passphraseOf(env, options['passphrase-file']);
    const config = await nodeConfig(env, options.data);
    io.progress('Writing the backup …');
    const manifest = await askOwnNode<Manifest>(config, io, 'backup', { path, passphrase });
    const { size } = await stat(path);
    return io.answer(EXIT.ok, { path, bytes: size, manifest }, [
      `${path}: ${Math.ceil(size / 1024)} kB. Keep it and the passphrase apart; without the passphrase nobody can read it.`,
    ]);
  },
});
