/** Files of ledgers, for programs that have no node. */
export type { LedgerFile } from './exchange/ledger-file.ts';
export { type Recomputed, recompute } from './exchange/recompute.ts';
