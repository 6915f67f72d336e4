/** Checks the node's logs from their entries alone, and its public tables from the logs; makes those anew. */
export type { TableState } from './compare-tables.ts';
export type { Problem } from './problem.ts';
export { derivedTables } from './rebuild.ts';
export { type FsckOptions, type FsckResult, runFsck } from './run.ts';
