import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const serve = command({
  name: 'serve',
  summary: 'Run a node',
  description: [
    'Serves pages, API, log and witness, follows the partners and signs the log, until SIGTERM or SIGINT; running requests are finished first. Its log (JSON lines) goes to standard output.',
    'The settings are environment variables (docs/configuration.md); those that "koinon init" kept in the data directory hold where the environment says nothing.',
  ],
  options: dataOption,
  examples: ['koinon serve --data /var/lib/koinon', 'KOINON_PORT=8080 koinon serve'],
  async run({ options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const isNew = config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'db'));
    const { serve: run } = await import('../main.ts');
    const node = await run(config);
    process.send?.({ serving: node.url });
    io.say(
      `${node.kernel.identity.profile.name} is at ${node.kernel.identity.origin} (listening on ${node.url}).`,
    );
    if (isNew) {
      io.say(
        `There was no node in ${config.dataDir}: a new one was made, with new keys. If another was meant, stop it and name that one with --data.`,
      );
    }
    if (node.kernel.database.kind === 'pglite') {
      io.say('Trial storage: set DATABASE_URL before people rely on this node.');
    }
    // Ends by a signal, through `serve` itself.
    await new Promise(() => {});
    return EXIT.ok;
  },
});
