import { readText } from './files.ts';
import { UsageError } from './framework/error.ts';
import type { Env } from './settings.ts';

const SHORTEST = 12;

export const passphraseOption = {
  'passphrase-file': {
    type: 'string',
    value: 'FILE',
    describe: 'File whose first line is the passphrase; otherwise KOINON_BACKUP_PASSPHRASE.',
  },
} as const;

/** The passphrase of a backup; never taken from the command line, where others could read it. */
export async function passphraseOf(env: Env, file: string | undefined): Promise<string> {
  const given =
    file === undefined
      ? env.KOINON_BACKUP_PASSPHRASE
      : (await readText(file, 'a passphrase')).split(/\r?\n/, 1)[0];
  if (given === undefined || given === '') {
    throw new UsageError(
      'no-passphrase',
      'Give the passphrase of the backup: --passphrase-file FILE, or KOINON_BACKUP_PASSPHRASE.',
    );
  }
  if (given.length < SHORTEST) {
    throw new UsageError(
      'short-passphrase',
      `The passphrase is too short: take at least ${SHORTEST} characters.`,
    );
  }
  return given;
}
