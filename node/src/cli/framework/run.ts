import type { Command, CommandEntry } from './command.ts';
import { UsageError } from './error.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { explain } from './explain.ts';
import { commandHelp, overview } from './help.ts';
import { makeIo, type Streams } from './io.ts';
import { nearest } from './nearest.ts';
import { parseCommandLine } from './parse.ts';

export interface Program {
  entries: readonly CommandEntry[];
  version: string;
  streams: Streams;
  env: Readonly<Record<string, string | undefined>>;
}

/** Runs one command line and returns its exit code; never throws. */
export async function run(program: Program, argv: readonly string[]): Promise<ExitCode> {
  const io = makeIo(program.streams, argv.includes('--json'));
  // biome-ignore lint/suspicious/noExplicitAny: whichever command it is
  let found: Command<any> | undefined;
  try {
    const lines = generalHelp(program, argv);
    if (lines) return io.answer(EXIT.ok, { help: lines.join('\n') }, lines);
    const { entry, rest } = findCommand(program.entries, argv[0] === 'help' ? argv.slice(1) : argv);
    found = await entry.load();
    const parsed = parseCommandLine(found, argv[0] === 'help' ? ['--help'] : rest);
    if (parsed.help) {
      const help = commandHelp(found);
      return io.answer(EXIT.ok, { help: help.join('\n') }, help);
    }
    return await found.run({ args: parsed.args, options: parsed.options, io, env: program.env });
  } catch (error) {
    io.clear();
    const { exit, code, sentence, details, stack } = await explain(error, found);
    if (io.json) io.answer(exit, { error: { code, message: sentence, ...details } }, []);
    else io.say(sentence);
    if (stack !== undefined && program.env.KOINON_LOG_LEVEL === 'debug') io.say(stack);
    return exit;
  } finally {
    io.clear();
  }
}

function generalHelp({ entries, version }: Program, argv: readonly string[]): string[] | undefined {
  const [first, second] = argv;
  if (first === '--version') return [version];
  if (
    first === undefined ||
    first === '--help' ||
    first === '-h' ||
    (first === 'help' && second === undefined)
  ) {
    return overview(entries, version);
  }
  return undefined;
}

function findCommand(entries: readonly CommandEntry[], argv: readonly string[]) {
  for (const words of [3, 2, 1]) {
    const entry = entries.find(({ name }) => name === argv.slice(0, words).join(' '));
    if (entry) return { entry, rest: argv.slice(words) };
  }
  for (const words of [2, 1]) {
    const begun = argv.slice(0, words).join(' ');
    const group = entries
      .filter(({ name }) => name.startsWith(`${begun} `))
      .map(({ name }) =>
        name
          .slice(begun.length + 1)
          .split(' ', 1)
          .join(),
      );
    if (group.length === 0) continue;
    const next = argv[words];
    const said =
      next === undefined || next.startsWith('-') ? 'needs one more word' : `does not know "${next}"`;
    throw new UsageError('unknown-command', `"koinon ${begun}" ${said}: ${list([...new Set(group)])}.`);
  }
  const [first = ''] = argv;
  const near = nearest(first, [...new Set(entries.map(({ name }) => name.split(' ', 1).join('')))]);
  const hint = near ? ` Did you mean "${near}"?` : '';
  throw new UsageError(
    'unknown-command',
    `There is no command "${first}".${hint} "koinon --help" lists them.`,
  );
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
