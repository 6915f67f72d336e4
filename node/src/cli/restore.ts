import { resolve } from 'node:path';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { passphraseOf, passphraseOption } from './passphrase.ts';
import { dataOption, nodeConfig } from './settings.ts';

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
      'Restored. Start it with "koinon serve": it catches up with what its witnesses saw before it signs again.',
    ]);
  },
});
