import type { Json, Timestamp } from './columns.ts';

export interface IdempotencyTable {
  key: string;
  actor: string;
  request_hash: string;
  status: number | null;
  response: string | null;
  expires_at: Timestamp;
}

export interface LeaseTable {
  name: string;
  holder: string;
  until: Timestamp;
}

/** Small facts of the node about itself: name, profile, origin, fuse, demo clock. */
export interface SettingTable {
  name: string;
  value: Json<unknown>;
}
