import type { IsolationLevel } from 'kysely';
import type { Db, Tx } from './tables.ts';

/** An open database, whichever of the two it is. */
export interface Database {
  readonly kind: 'postgres' | 'pglite';
  readonly db: Db;
  readonly schema: string;
  /** Runs `work` in one transaction; retries serialization failures and deadlocks a few times. */
  transaction<T>(work: (tx: Tx) => Promise<T>, isolation?: IsolationLevel): Promise<T>;
  /** Sends a notification when the surrounding transaction commits. */
  notify(tx: Tx, channel: Channel, payload?: string): Promise<void>;
  /** Calls `heard` on every notification; returns a function that stops. */
  listen(channel: Channel, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * `appended`: a record waits in the outbox. `logged`: the head moved (payload: size). `published`: a new signed
 * checkpoint (payload: size). `wake`: a followed origin has grown (payload: origin). `keys`: keys were rotated.
 * `farewell`: a partner was removed (payload: its witness, and our record of it).
 */
export type Channel = 'appended' | 'logged' | 'published' | 'wake' | 'keys' | 'farewell';
