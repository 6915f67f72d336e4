import type { Config } from '../kernel/config/config.ts';
import { call } from '../kernel/control/client.ts';
import { NoRunningNode } from '../kernel/control/error.ts';
import type { FsckResult } from '../kernel/fsck/index.ts';
import { withStoppedNode } from './ask-node.ts';
import { count } from './checks/log-findings.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import type { Io } from './framework/io.ts';
import { dataOption, nodeConfig, requireNode } from './settings.ts';

const SHOWN = 20;

export const fsck = command({
  name: 'fsck',
  summary: 'Check every table of a node against its logs',
  description: [
    'Reads the own log and the copies of the partners’ logs entry by entry: hashes, tiles, checkpoints, the signature of every record, what our witness cosigned. Then makes every public table a second time, apart, and compares: a row that was changed, added or deleted by hand is named.',
    'Where the node runs, it does this itself; that may take a while. On PGlite its pages wait meanwhile.',
    'With --rebuild all public tables are made anew from the logs first. Nothing that only private tables hold is touched.',
  ],
  options: {
    rebuild: { type: 'boolean', describe: 'Make the public tables anew from the logs.' },
    ...dataOption,
  },
  judges: true,
  async run({ options: { rebuild, data }, io, env }) {
    const result = await check(await nodeConfig(env, data), rebuild, io);
    const lines = [
      ...(result.rebuilt === null
        ? []
        : [`OK  ${count(result.rebuilt, 'record', 'records')} projected again`]),
      ...result.logs.map(({ origin, size, flagged }) => {
        const faults = result.problems.filter(({ log }) => log === origin).length;
        const refused = flagged > 0 ? `, ${flagged} of them refused when they came` : '';
        return faults === 0
          ? `OK  ${origin}: ${count(size, 'entry', 'entries')}${refused}`
          : `NO  ${origin}: ${count(faults, 'fault', 'faults')} in ${count(size, 'entry', 'entries')}`;
      }),
      ...result.tables.map(({ name, rows, differing }) =>
        differing === 0
          ? `OK  table ${name}: ${count(rows, 'row', 'rows')} as the logs say`
          : `NO  table ${name}: ${count(differing, 'row', 'rows')} not as the logs say; --rebuild makes it anew`,
      ),
      ...result.problems
        .slice(0, SHOWN)
        .map(
          ({ log, code, index, detail }) =>
            `    ${log}${index === null ? '' : ` entry ${index}`}: ${code}: ${detail}`,
        ),
      ...(result.problems.length > SHOWN
        ? [`    and ${result.problems.length - SHOWN} more: --json lists them all`]
        : []),
    ];
    return io.answer(result.ok ? EXIT.ok : EXIT.failed, result, lines);
  },
});

async function check(config: Config, rebuild: boolean, io: Io): Promise<FsckResult> {
  try {
    io.progress('The node checks its database …');
    return await call<FsckResult>(config.dataDir, 'fsck', { rebuild });
  } catch (error) {
    if (!(error instanceof NoRunningNode)) throw error;
  }
  requireNode(config);
  const { runFsck } = await import('../kernel/fsck/index.ts');
  return await withStoppedNode(config, (kernel) =>
    runFsck(kernel, {
      rebuild,
      onProgress: (log, done, of) => io.progress(`${log}: ${done} of ${of} entries`),
    }),
  );
}
