import type { CommandEntry } from '../framework/command.ts';

/** Commands for files of commitments. */
export const commitmentsCommands: readonly CommandEntry[] = [
  {
    name: 'commitments check',
    summary: 'Read a file of commitments, and hold its stars against the formula',
    load: async () => (await import('./check.ts')).commitmentsCheck,
  },
];
