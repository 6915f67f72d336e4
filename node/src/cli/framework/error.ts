import { EXIT, type ExitCode } from './exit.ts';

/** Ends a command with one sentence for the person at the terminal. */
export abstract class CommandError extends Error {
  abstract readonly exit: ExitCode;
  readonly code: string;
  /** More for programs: stands beside code and sentence in the answer with `--json`. */
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, sentence: string, details: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.code = code;
    this.details = details;
  }
}

/** The command line or an input file is wrong; says how to put it right. */
export class UsageError extends CommandError {
  readonly exit = EXIT.usage;
}

/** The command did not do what it was asked for, or found that it is not so. */
export class Failed extends CommandError {
  readonly exit = EXIT.failed;
}

/** The answer depends on something that could not be reached or read. */
export class CannotTell extends CommandError {
  readonly exit = EXIT.cannotTell;
}
