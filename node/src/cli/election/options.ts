import { UsageError } from '../framework/error.ts';

/** Where a command puts the files that it makes. */
export const dirOption = {
  dir: { type: 'string', value: 'DIR', describe: 'Directory to write to (the current one).' },
} as const;

export const workersOption = {
  workers: {
    type: 'string',
    value: 'N',
    describe: 'Check ballots in N processes side by side (1). As many as the machine has cores is best.',
  },
} as const;

export const shufflesOption = {
  'min-shuffles': {
    type: 'string',
    value: 'N',
    describe: 'How many different trustees must have mixed ranked ballots (1).',
  },
} as const;

/** A whole number that an option gives. @throws UsageError */
export function wholeNumber(
  option: string,
  text: string | undefined,
  fallback: number,
  [least, most]: readonly [number, number],
): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^[0-9]{1,9}$/.test(text) || value < least || value > most) {
    throw new UsageError('option-value', `--${option} takes a whole number from ${least} to ${most}.`);
  }
  return value;
}
