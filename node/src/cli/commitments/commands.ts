import type { CommandEntry } from '../framework/command.ts';

/** Commands for files of commitments: the first needs no node. */
export const commitmentsCommands: readonly CommandEntry[] = [
  {
    name: 'commitments check',
    summary: 'Read a file of commitments, and hold its stars against the formula',
    load: async () => (await import('./check.ts')).commitmentsCheck,
  },
  {
    name: 'commitments import',
    summary: 'Take in a file of commitments: ours to publish, or of others to compare with',
    load: async () => (await import('./import.ts')).commitmentsImport,
  },
  {
    name: 'commitments export',
    summary: 'Write a reference as it came, or an own plan in a form that others read',
    load: async () => (await import('./export.ts')).commitmentsExport,
  },
  {
    name: 'commitments evidence',
    summary: 'Ask now whether evidence still stands at its addresses as it was handed in',
    load: async () => (await import('./evidence.ts')).commitmentsEvidence,
  },
];
