import type { Command, CommandEntry } from './command.ts';
import { allOptions } from './parse.ts';

const WIDTH = 100;

/** The text of `koinon --help`. */
export function overview(entries: readonly CommandEntry[], version: string): string[] {
  return [
    `koinon ${version}: verifiable cooperation between governments`,
    '',
    'Usage: koinon <command> [options]',
    '',
    'Commands:',
    ...columns(entries.map(({ name, summary }) => [name, summary])),
    '',
    '"koinon <command> --help" says more about a command. Every command has --json.',
    'Exit codes: 0 what it says is true, 1 refuted or not done, 2 usage, 3 cannot tell.',
  ];
}

/** The text of `koinon <command> --help`. */
export function commandHelp(command: Command): string[] {
  const args = (command.arguments ?? []).map(({ name, optional, multiple }) => {
    const word = multiple ? `${name}...` : name;
    return optional ? `[${word}]` : `<${word}>`;
  });
  const options = Object.entries(allOptions(command)).map(([name, spec]): [string, string] => [
    spec.type === 'string' ? `--${name} ${spec.value ?? 'VALUE'}` : `--${name}`,
    spec.multiple ? `${spec.describe} May be given several times.` : spec.describe,
  ]);
  return [
    `Usage: ${['koinon', command.name, ...args, '[options]'].join(' ')}`,
    '',
    `${command.summary}.`,
    ...(command.description ?? []).flatMap((paragraph) => ['', ...wrap(paragraph, WIDTH)]),
    ...(command.arguments?.length
      ? ['', 'Arguments:', ...columns(command.arguments.map(({ name, describe }) => [name, describe]))]
      : []),
    '',
    'Options:',
    ...columns(options),
    ...(command.examples?.length ? ['', 'Examples:', ...command.examples.map((line) => `  ${line}`)] : []),
  ];
}

function columns(rows: ReadonlyArray<readonly [string, string]>): string[] {
  const width = Math.min(28, Math.max(...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, WIDTH - width - 4);
    const indent = ' '.repeat(width + 4);
    const head =
      left.length > width ? [`  ${left}`, `${indent}${first}`] : [`  ${left.padEnd(width)}  ${first}`];
    return [...head, ...rest.map((line) => `${indent}${line}`)];
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
