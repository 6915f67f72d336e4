import { createPublicKey, type KeyObject } from 'node:crypto';
import { jwkFromPublicKey } from '@koinon/records';
import { type Jwks, planKeys, STATEMENT_LIFETIME } from '@koinon/trust';
import type { Keys, Signer } from '../../keys/keys.ts';

/**
 * Ed25519, which FAPI 2.0 allows beside ES256 (section 5.4.1) and both libraries speak: the node has keys of one kind, and
 * they never leave `kernel/keys`.
 */
export const ALGORITHM = 'EdDSA' as const;

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

const jwkOf = ({ id, publicKey }: Signer) => ({
  ...jwkFromPublicKey(publicKey),
  kid: id,
  alg: ALGORITHM,
  use: 'sig',
});

/** Public keys of the provider and relying party, as the entity configuration lists them: all that are active. */
export function providerJwks(keys: Pick<Keys, 'signers'>): Jwks {
  return { keys: keys.signers('provider').map(jwkOf) };
}

/**
 * All active keys, the one that signs now first. A new one does not sign before every copy of a chain that lists only the old
 * ones has expired.
 */
export function providerSigners(keys: Pick<Keys, 'signers'>, now: number): readonly [Signer, ...Signer[]] {
  const signers = keys.signers('provider');
  const own = signers.map(({ id, createdAt }) => ({
    kid: id,
    listedSince: seconds(createdAt),
    lastExp: null,
  }));
  const { signer: kid } = planKeys(own, { superiors: [], overlap: STATEMENT_LIFETIME, now });
  const first = signers.find(({ id }) => id === kid) as Signer;
  return [first, ...signers.filter(({ id }) => id !== kid)];
}

export function publicKeyObject(signer: Signer): KeyObject {
  return createPublicKey({ key: { ...jwkFromPublicKey(signer.publicKey) }, format: 'jwk' });
}
