import { resolve } from 'node:path';
import { count } from './checks/log-findings.ts';
import { exportLog } from './export-log.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { openLog } from './open-log.ts';
import { dataOption, nodeConfig } from './settings.ts';
import type { LogSource } from './sources/log-source.ts';
import { withOwnLog } from './sources/own-log.ts';

export const logExport = command({
  name: 'log export',
  summary: 'Write a log as static files that any web server can serve',
  description: [
    'Writes tiles, entries, the policy, and the checkpoint last. Run it again to go on from what is there: only what is new is written, and a log that has become shorter is refused. Check the result with "koinon log verify <dir>".',
  ],
  arguments: [{ name: 'dir', describe: 'the directory to write to' }],
  options: {
    from: {
      type: 'string',
      value: 'URL',
      describe: 'Copy the log of this node or address instead of our own.',
    },
    ...dataOption,
  },
  examples: ['koinon log export /srv/log', 'koinon log export ./montaluz --from https://montaluz.example'],
  async run({ args: [directory = ''], options, io, env }) {
    const write = (source: LogSource) =>
      exportLog(source, resolve(directory), (done, all) =>
        io.progress(`${source.name}: ${done} of ${all} files`),
      );
    const exported =
      options.from === undefined
        ? await withOwnLog(await nodeConfig(env, options.data), write)
        : await write((await openLog(options.from, { policy: undefined, vkey: [] })).source);
    const { origin, size, written, kept } = exported;
    const before = kept > 0 ? `, ${kept} were there already` : '';
    return io.answer(EXIT.ok, { directory: resolve(directory), ...exported }, [
      `${origin}: ${count(size, 'entry', 'entries')} in ${directory} (${count(written, 'file', 'files')} written${before}).`,
    ]);
  },
});
