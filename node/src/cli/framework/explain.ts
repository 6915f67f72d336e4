import { KoinonError } from '../../kernel/error.ts';
import type { Command } from './command.ts';
import { CommandError } from './error.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { operatorSentence } from './operator-sentences.ts';

export interface Explanation {
  exit: ExitCode;
  code: string;
  sentence: string;
  details?: Readonly<Record<string, unknown>>;
  stack?: string | undefined;
}

/** Errors of the kernel that say that what was typed is wrong. */
const USAGE: ReadonlySet<string> = new Set(['bad-configuration', 'invalid-params', 'unknown-permission']);

/** What to tell a person about an error that ended a command. */
export async function explain(error: unknown, command: Command | undefined): Promise<Explanation> {
  if (error instanceof CommandError) {
    const { exit, code, message: sentence, details } = error;
    return { exit, code, sentence, details };
  }
  // A command that judges must not seem to refute what it could not look at.
  const notDone = command?.judges ? EXIT.cannotTell : EXIT.failed;
  if (error instanceof KoinonError) {
    const exit = USAGE.has(error.code) ? EXIT.usage : notDone;
    return { exit, code: error.code, sentence: await sentenceOf(error) };
  }
  const system = systemSentence(error);
  if (system) return { exit: notDone, ...system };
  const message = error instanceof Error ? error.message : String(error);
  return {
    exit: notDone,
    code: 'internal',
    sentence: `Something went wrong inside Koinon: ${message} (KOINON_LOG_LEVEL=debug shows where.)`,
    stack: error instanceof Error ? error.stack : undefined,
  };
}

async function sentenceOf(error: KoinonError): Promise<string> {
  if (error.code === 'bad-configuration') return error.message;
  const { kernelSentence } = await import('./kernel-sentence.ts');
  return (
    (await kernelSentence(error.code, error.args)) ?? operatorSentence(error.code, error.args, error.message)
  );
}

const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'You may not read or write',
  EPERM: 'You may not change',
  ENOENT: 'There is no file',
  ENOTDIR: 'This is not a directory:',
  EISDIR: 'This is a directory, not a file:',
  ENOSPC: 'No space is left on the disk for',
  EROFS: 'The disk is read-only:',
};

function systemSentence(error: unknown): { code: string; sentence: string } | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const words = SYSTEM[error.code];
  if (words === undefined) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : '';
  return { code: error.code.toLowerCase(), sentence: `${words}${path}.` };
}
