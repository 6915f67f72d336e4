import { randomBytes } from 'node:crypto';
import { jwkFromPublicKey, thumbprint } from '@koinon/records';
import type { Insertable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { KeyPurpose, KeyTable } from '../database/tables/keys.ts';
import { sha256 } from '../sha256.ts';
import { publicKeyOfSeed } from './signer.ts';
import { wrapKey } from './wrap.ts';

/** A new key as the row that is stored; its secret exists nowhere else. */
export function makeKey(
  master: Uint8Array,
  purpose: KeyPurpose,
  algorithm: KeyTable['algorithm'],
  now: Date,
): Insertable<KeyTable> {
  const secret = randomBytes(32);
  const { id, jwk } = publicPart(algorithm, secret);
  return {
    id,
    purpose,
    algorithm,
    public_jwk: jwk === null ? null : JSON.stringify(jwk),
    wrapped: wrapKey(master, secret, keyContext(purpose, id, algorithm)),
    created_at: now,
    state: 'active',
    retired_at: null,
  };
}

export function keyContext(purpose: KeyPurpose, id: string, algorithm: KeyTable['algorithm']): string {
  return `${purpose} ${algorithm} ${id}`;
}

function publicPart(algorithm: KeyTable['algorithm'], secret: Uint8Array) {
  if (algorithm === 'AES-256') return { id: uuidv7(), jwk: null };
  const publicKey = publicKeyOfSeed(algorithm, secret);
  if (algorithm === 'Ed25519') {
    const jwk = jwkFromPublicKey(publicKey);
    return { id: thumbprint({ ...jwk }), jwk };
  }
  const pub = Buffer.from(publicKey).toString('base64url');
  // RFC 7638 over the required members of kty AKP.
  const jwk = { alg: algorithm, kty: 'AKP', pub };
  return { id: Buffer.from(sha256(JSON.stringify(jwk))).toString('base64url'), jwk };
}
