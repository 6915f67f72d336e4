/**
 * The node as one file: `writeBackup` of a running or stopped node, `restoreBackup` into an empty database of either kind.
 * A restored node catches up with what its witnesses saw before it signs or serves pages again; `restoreReport` says what
 * could not be brought back.
 */
export * from './error.ts';
export { finishRestore, pendingRestore, type RestoreReport, restoreReport } from './finish-restore.ts';
export type { Manifest } from './manifest.ts';
export { openBackup } from './read-backup.ts';
export { type RestoreOptions, restoreBackup } from './restore.ts';
export { gateUntilCaughtUp } from './restore-gate.ts';
export { type BackupOptions, writeBackup } from './write-backup.ts';
