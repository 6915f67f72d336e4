import type { KeyPurpose, KeyTable } from '../database/tables/keys.ts';
import { hasMlDsa } from './signer.ts';

type Algorithm = KeyTable['algorithm'];

/** Which keys a node has. One purpose never uses the key of another. */
export const ALGORITHMS: Record<KeyPurpose, readonly Algorithm[]> = {
  record: ['Ed25519'],
  log: ['Ed25519'],
  // Cosignatures of both types where the runtime can (tlog-cosignature 0x04 and 0x06).
  witness: hasMlDsa ? ['Ed25519', 'ML-DSA-44'] : ['Ed25519'],
  federation: ['Ed25519'],
  provider: ['Ed25519'],
  cookies: ['AES-256'],
  pairwise: ['AES-256'],
  participation: ['AES-256'],
  tokens: ['AES-256'],
};

export const PURPOSES = Object.keys(ALGORITHMS) as KeyPurpose[];
