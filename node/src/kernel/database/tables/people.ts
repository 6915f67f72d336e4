import type { Json, Timestamp } from './columns.ts';

/** Staff tokens; only the hash is kept. */
export interface TokenTable {
  id: string;
  name: string;
  hash: string;
  permissions: Json<string[]>;
  created_at: Timestamp;
  expires_at: Timestamp | null;
  last_used_at: Timestamp | null;
  revoked_at: Timestamp | null;
}

export interface SessionTable {
  /** SHA-256 of the cookie's value. */
  id: string;
  token: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  seen_at: Timestamp;
}
