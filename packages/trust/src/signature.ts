import { publicKeyFromJwk } from '@koinon/records';
import { fromBase64Url } from '@koinon/transparency-log';
import { ed25519Verify } from '@koinon/transparency-log/crypto';
import { es256Verify, rsaVerify } from '#crypto';
import type { PublicJwk } from './jwk.ts';

/** Signature algorithms of federation statements; all asymmetric. EdDSA and Ed25519 (RFC 9864) are two names for one. */
export const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'PS256', 'RS256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

const KEY_TYPE: Record<Algorithm, PublicJwk['kty']> = {
  EdDSA: 'OKP',
  Ed25519: 'OKP',
  ES256: 'EC',
  PS256: 'RSA',
  RS256: 'RSA',
};

function sameAlgorithm(a: string, b: string): boolean {
  const name = (algorithm: string): string => (algorithm === 'EdDSA' ? 'Ed25519' : algorithm);
  return name(a) === name(b);
}

/**
 * Whether a key may verify a signature of the algorithm: its type fits, and its own `alg`, `use` and `key_ops`, where it has
 * them, say so. Closes algorithm confusion: the key decides what the header may claim.
 *
 * @example fitsAlgorithm(jwk, 'ES256') // true for EC on P-256
 */
export function fitsAlgorithm(jwk: PublicJwk, algorithm: Algorithm): boolean {
  if (jwk.kty !== KEY_TYPE[algorithm]) return false;
  if (jwk.alg !== undefined && !sameAlgorithm(jwk.alg, algorithm)) return false;
  if (jwk.use !== undefined && jwk.use !== 'sig') return false;
  return jwk.key_ops === undefined || jwk.key_ops.includes('verify');
}

/**
 * Whether a signature is that of the message by the key. A key that does not fit verifies nothing.
 * The key is one that `parsePublicJwk` has read.
 *
 * @example verifySignature('EdDSA', jwk, signingInput, signature) // true
 */
export function verifySignature(
  algorithm: Algorithm,
  jwk: PublicJwk,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (!fitsAlgorithm(jwk, algorithm)) return false;
  if (jwk.kty === 'OKP') return ed25519Verify(publicKeyFromJwk(jwk), message, signature);
  if (jwk.kty === 'EC') {
    return es256Verify({ x: fromBase64Url(jwk.x), y: fromBase64Url(jwk.y) }, message, signature);
  }
  const rsa = { n: fromBase64Url(jwk.n), e: fromBase64Url(jwk.e) };
  return rsaVerify(algorithm === 'PS256' ? 'PS256' : 'RS256', rsa, message, signature);
}
