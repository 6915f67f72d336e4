import { commands } from '../../node/src/cli/commands.ts';
import { commandHelp } from '../../node/src/cli/framework/help.ts';

/** The text of docs/cli.md, made from the commands' own help. */
export async function cliDocument(): Promise<string> {
  const loaded = await Promise.all(commands.map(({ load }) => load()));
  const sections = loaded.flatMap((command) => [
    `## koinon ${command.name}`,
    ['```text', ...commandHelp(command), '```'].join('\n'),
  ]);
  return [
    '# The command line',
    'One program, `koinon`: `npx koinon <command>` in this repository. Every command takes `--help` and `--json`, shows the progress of long work on standard error, and exits with 0 only when what it says is true: 1 means refuted or not done, 2 a mistake in how it was called, 3 that it cannot be told.',
    'This page is generated from the commands themselves.',
    [
      '| command | what it does |',
      '|---|---|',
      ...commands.map(
        ({ name, summary }) => `| [\`${name}\`](#koinon-${name.replaceAll(' ', '-')}) | ${summary} |`,
      ),
    ].join('\n'),
    ...sections,
    '',
  ].join('\n\n');
}
