import type { Tx } from '../database/tables.ts';

/** Background work, on pg-boss in its own schema. */
export interface Jobs {
  /** Enqueues inside the transaction that causes the job. `key` makes it idempotent while one with the same key waits. */
  send(tx: Tx, name: string, data: object, options?: { key?: string; startAfter?: Date }): Promise<void>;
  /** Jobs that gave up after their retries, newest first. */
  dead(): Promise<readonly DeadJob[]>;
}

export interface DeadJob {
  id: string;
  name: string;
  failedAt: Date;
  error: string;
}
