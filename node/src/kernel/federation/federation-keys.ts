import { jwkFromPublicKey } from '@koinon/records';
import { type Jwks, type JwtSigner, planKeys, STATEMENT_LIFETIME } from '@koinon/trust';
import type { Signer } from '../keys/keys.ts';

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

/** The federation keys that an entity of this node lists: all active ones. */
export function jwksOf(signers: readonly Signer[]): Jwks {
  return {
    keys: signers.map(({ id, publicKey }) => ({
      ...jwkFromPublicKey(publicKey),
      kid: id,
      alg: 'EdDSA',
      use: 'sig',
    })),
  };
}

/**
 * The key of an entity that signs now. A new key has to be listed for as long as others keep a statement before it signs: by
 * then all have seen it under a signature of the old one. That of an anchor waits as long as its members' pins overlap.
 */
export function signerAt(
  signers: readonly Signer[],
  now: number,
  overlap: number = STATEMENT_LIFETIME,
): JwtSigner {
  const own = signers.map(({ id, createdAt }) => ({
    kid: id,
    listedSince: seconds(createdAt),
    lastExp: null,
  }));
  const { signer: kid } = planKeys(own, { superiors: [], overlap, now });
  const signer = signers.find(({ id }) => id === kid) as Signer;
  return { kid, alg: 'EdDSA', sign: (bytes) => signer.sign(bytes) };
}

/** When the newest key was made: no statement that lists it is older. Seconds since 1970. */
export function newestKey(signers: readonly Signer[]): number {
  return Math.max(...signers.map(({ createdAt }) => seconds(createdAt)));
}

/**
 * A statement is dated to the beginning of its hour, so that every process of a node signs the same bytes, and what is served
 * has at least 23 of its 24 hours left.
 */
const ISSUE_EVERY = 3600;

/** When a statement is dated whose content is as it is since `changed` (seconds). */
export function issuedAt(now: number, changed: number): number {
  return Math.max(now - (now % ISSUE_EVERY), Math.min(now, changed));
}
