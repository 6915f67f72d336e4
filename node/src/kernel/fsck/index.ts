/** Checks the node's logs from their entries alone, and makes public tables anew from them. */
export type { Problem } from './problem.ts';
export { derivedTables } from './rebuild.ts';
export { type FsckOptions, type FsckResult, runFsck } from './run.ts';
