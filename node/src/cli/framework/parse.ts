import { parseArgs } from 'node:util';
import type { Command, OptionSpecs } from './command.ts';
import { UsageError } from './error.ts';
import { nearest } from './nearest.ts';

export interface Parsed {
  args: (string | undefined)[];
  options: Record<string, string | boolean | string[] | undefined>;
  help: boolean;
  json: boolean;
}

/** Every command has these. */
const COMMON: OptionSpecs = {
  json: { type: 'boolean', describe: 'Write one JSON document to standard output.' },
  help: { type: 'boolean', describe: 'Show this help.' },
};

export function allOptions(command: Command): OptionSpecs {
  return { ...command.options, ...COMMON };
}

/** Reads the rest of a command line. @throws UsageError with a sentence that names what is wrong. */
export function parseCommandLine(command: Command, argv: readonly string[]): Parsed {
  const specs = allOptions(command);
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, { type: spec.type }])),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const given: Record<string, string | boolean | string[]> = {};
  const args: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind === 'option') readOption(command, specs, given, token);
  }
  const help = given.help === true;
  if (!help) checkArguments(command, args);
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, spec]) => [name, given[name] ?? missing(spec)]),
  );
  return {
    args: Array.from({ length: Math.max(args.length, command.arguments?.length ?? 0) }, (_, i) => args[i]),
    options,
    help,
    json: given.json === true,
  };
}

function missing(spec: OptionSpecs[string]): false | string[] | undefined {
  if (spec.type === 'boolean') return false;
  return spec.multiple ? [] : undefined;
}

interface OptionToken {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

function readOption(
  command: Command,
  specs: OptionSpecs,
  given: Record<string, string | boolean | string[]>,
  token: OptionToken,
): void {
  const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
  if (spec === undefined) {
    const near = nearest(token.name, Object.keys(specs));
    const hint = near ? ` Did you mean --${near}?` : ` "koinon ${command.name} --help" lists its options.`;
    throw new UsageError('unknown-option', `"koinon ${command.name}" has no option ${token.rawName}.${hint}`);
  }
  if (spec.type === 'boolean') {
    if (token.inlineValue) throw new UsageError('option-value', `${token.rawName} takes no value.`);
    given[token.name] = true;
    return;
  }
  const { value } = token;
  // "--policy --json" forgot the value; "--policy=--json" means it.
  if (
    value === undefined ||
    value === '' ||
    (!token.inlineValue && value.length > 1 && value.startsWith('-'))
  ) {
    const wants = spec.value ?? 'VALUE';
    throw new UsageError('option-value', `${token.rawName} needs a value: ${token.rawName} ${wants}`);
  }
  if (spec.multiple) given[token.name] = [...((given[token.name] as string[] | undefined) ?? []), value];
  else if (Object.hasOwn(given, token.name))
    throw new UsageError('option-twice', `${token.rawName} is given twice.`);
  else given[token.name] = value;
}

function checkArguments(command: Command, args: readonly string[]): void {
  const specs = command.arguments ?? [];
  const lacking = specs[args.length];
  if (lacking !== undefined && !lacking.optional) {
    throw new UsageError(
      'missing-argument',
      `<${lacking.name}> is missing: "koinon ${command.name}" needs ${lacking.describe}.`,
    );
  }
  if (args.length > specs.length && !specs.at(-1)?.multiple) {
    const extra = args[specs.length];
    throw new UsageError(
      'extra-argument',
      specs.length === 0
        ? `"koinon ${command.name}" takes no arguments, but there is "${extra}".`
        : `"koinon ${command.name}" does not know what to do with "${extra}": it takes ${specs.map(({ name }) => `<${name}>`).join(' ')}.`,
    );
  }
}
