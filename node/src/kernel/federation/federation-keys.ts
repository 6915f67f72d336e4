import { jwkFromPublicKey } from '@koinon/records';
import { type Jwks, type JwtSigner, planKeys, STATEMENT_LIFETIME } from '@koinon/trust';
import type { Keys, Signer } from '../keys/keys.ts';

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

/** The federation keys that this node lists: all active ones. */
export function federationJwks(keys: Keys): Jwks {
  return {
    keys: keys.signers('federation').map(({ id, publicKey }) => ({
      ...jwkFromPublicKey(publicKey),
      kid: id,
      alg: 'EdDSA',
      use: 'sig',
    })),
  };
}

/**
 * The federation key that signs now. A new key has to be listed for as long as others keep a statement before it signs: by
 * then all have seen it under a signature of the old one.
 */
export function federationSigner(keys: Keys, now: number): JwtSigner {
  const signers = keys.signers('federation');
  const own = signers.map(({ id, createdAt }) => ({
    kid: id,
    listedSince: seconds(createdAt),
    lastExp: null,
  }));
  const { signer: kid } = planKeys(own, { superiors: [], overlap: STATEMENT_LIFETIME, now });
  const signer = signers.find(({ id }) => id === kid) as Signer;
  return { kid, alg: 'EdDSA', sign: (bytes) => signer.sign(bytes) };
}

/** When the newest federation key was made: no statement that lists it is older. Seconds since 1970. */
export function newestFederationKey(keys: Keys): number {
  return Math.max(...keys.signers('federation').map(({ createdAt }) => seconds(createdAt)));
}
