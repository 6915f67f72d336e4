import type { Level } from '../../identity/level.ts';
import type { Big, Json, Timestamp } from './columns.ts';

/** What oidc-provider keeps of logins under way; see `kernel/login/provider/adapter.ts`. */
export interface ProviderStateTable {
  model: string;
  id: string;
  payload: Json<unknown>;
  grant_id: string | null;
  uid: string | null;
  expires_at: Timestamp;
}

/** A step of a login that one browser began and may finish once. */
export interface LoginStepTable {
  /** SHA-256 of the secret that comes back with the next step. */
  id: string;
  kind: 'home' | 'upstream' | 'mail' | 'passkey';
  /** SHA-256 of the cookie of the browser that began. */
  browser: string;
  data: Json<unknown>;
  expires_at: Timestamp;
}

/** A device or password manager that logs a person in; its key never leaves it. */
export interface PasskeyTable {
  /** Credential id, base64url. */
  id: string;
  account: string;
  public_key: Uint8Array;
  /** Counts uses where the device does; it never goes back. */
  counter: Big;
  /** The most that it proves: how sure the person's login was when it was added. */
  level: Level;
  notified: boolean;
  /** Kind of browser and system that it was made with, for the person's own list. */
  label: string | null;
  created_at: Timestamp;
  used_at: Timestamp | null;
}
