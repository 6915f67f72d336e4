import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

export interface OptionSpec {
  type: 'string' | 'boolean';
  describe: string;
  /** Stands for the value in help: `FILE`. Only for `string`. */
  value?: string;
  /** May be given several times. Only for `string`. */
  multiple?: boolean;
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface ArgumentSpec {
  name: string;
  describe: string;
  optional?: boolean;
  /** Takes all that is left of the command line. Only for the last one. */
  multiple?: boolean;
}

export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name]['type'] extends 'boolean'
    ? boolean
    : Specs[Name] extends { multiple: true }
      ? readonly string[]
      : string | undefined;
};

export interface Invocation<Specs extends OptionSpecs> {
  /** As many as the command has arguments, those left out undefined; all that a `multiple` one takes follow. */
  args: readonly (string | undefined)[];
  options: OptionValues<Specs>;
  io: Io;
  env: Readonly<Record<string, string | undefined>>;
}

/** One command: its command line, its help, and what it does. */
export interface Command<Specs extends OptionSpecs = OptionSpecs> {
  /** As typed after `koinon`: up to three words, such as `log verify`. */
  name: string;
  /** One line, a verb first, no full stop. */
  summary: string;
  /** Paragraphs for its own help. */
  description?: readonly string[];
  arguments?: readonly ArgumentSpec[];
  options: Specs;
  examples?: readonly string[];
  /** It judges something: an unexpected fault then means "cannot tell" (3), never "refuted" (1). */
  judges?: boolean;
  run(invocation: Invocation<Specs>): Promise<ExitCode>;
}

/** Keeps the types of the options. */
export function command<const Specs extends OptionSpecs>(definition: Command<Specs>): Command<Specs> {
  return definition;
}

/** A line in the list of commands; the command itself is loaded when it is used. */
export interface CommandEntry {
  name: string;
  summary: string;
  // biome-ignore lint/suspicious/noExplicitAny: commands of different options in one list
  load(): Promise<Command<any>>;
}
