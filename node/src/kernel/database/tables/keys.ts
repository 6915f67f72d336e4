import type { Json, Timestamp } from './columns.ts';

/** Keys of this node, wrapped by the master key. */
export interface KeyTable {
  id: string;
  purpose: KeyPurpose;
  algorithm: 'Ed25519' | 'ML-DSA-44' | 'AES-256';
  /** Public JWK; null for symmetric keys. */
  public_jwk: Json<Record<string, unknown> | null> | null;
  wrapped: Uint8Array;
  created_at: Timestamp;
  /** Signs from here on; an overlap has more than one active key. */
  state: 'next' | 'active' | 'retired';
  retired_at: Timestamp | null;
}
export type KeyPurpose =
  | 'record'
  | 'log'
  | 'witness'
  | 'federation'
  | 'provider'
  | 'cookies'
  | 'pairwise'
  | 'participation'
  | 'tokens';
