import { z } from 'zod';

/** Version of the archive's own format. */
export const FORMAT = 1;

/** First file of the archive: what the rest is. */
export const manifestSchema = z.looseObject({
  format: z.literal(FORMAT),
  /** Version of the software that wrote it. */
  software: z.string(),
  createdAt: z.iso.datetime(),
  origin: z.string(),
  logOrigin: z.string(),
  /** Committed size of the node's own log. */
  logSize: z.number().int().nonnegative(),
  migrations: z.array(z.string()),
  tables: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST_FILE = 'koinon.json';
export const MASTER_KEY_FILE = 'master.key';

/** Rows that mean nothing on another day: who holds what right now, who is signed in, what was answered or fetched lately. */
export const NOT_KEPT: ReadonlySet<string> = new Set([
  'migration',
  'lease',
  'session',
  'idempotency',
  'trust_chain',
  'own_mark',
]);

/** Set by a restore, removed when the node has caught up with what its witnesses saw. */
export const RESTORED_SETTING = 'restored';
export const restoredSchema = z.object({
  backupFrom: z.string(),
  restoredAt: z.string(),
  logSize: z.number(),
});
export type Restored = z.infer<typeof restoredSchema>;
