import type { CommandEntry } from '../framework/command.ts';

/** Commands for joint projects; they need no node. */
export const projectsCommands: readonly CommandEntry[] = [
  {
    name: 'projects ledger',
    summary: 'Compute the ledger of a project anew from its entries',
    load: async () => (await import('./ledger.ts')).projectsLedger,
  },
];
