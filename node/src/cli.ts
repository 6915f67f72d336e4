import { readFileSync } from 'node:fs';
import { commands } from './cli/commands.ts';
import { run } from './cli/framework/run.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// A reader that has seen enough ("koinon log verify … | head") is no fault, and changes nothing about the exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const exit = await run(
  {
    entries: commands,
    version,
    streams: { out: process.stdout, err: process.stderr, now: () => performance.now() },
    env: process.env,
  },
  process.argv.slice(2),
);
// Sockets that are kept alive for later requests must not hold up the end.
process.stdout.write('', () => process.exit(exit));
