import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { EcPoint, RsaAlgorithm, RsaPublicKey } from './crypto-types.ts';

export type { EcPoint, RsaAlgorithm, RsaPublicKey } from './crypto-types.ts';

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

function rsaKey({ n, e }: RsaPublicKey): KeyObject {
  return createPublicKey({ key: { kty: 'RSA', n: base64Url(n), e: base64Url(e) }, format: 'jwk' });
}

/** What OpenSSL cannot read does not verify. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

/**
 * Whether a 64-byte ECDSA signature (r, s) over P-256 and SHA-256 is that of the message. Never throws.
 *
 * @example es256Verify({ x, y }, utf8('text'), signature) // true
 */
export function es256Verify({ x, y }: EcPoint, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  return holds(() => {
    const jwk = { kty: 'EC', crv: 'P-256', x: base64Url(x), y: base64Url(y) };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  });
}

/**
 * Whether an RSA signature with SHA-256 is that of the message: PKCS #1 v1.5 for RS256, PSS with a 32-byte salt for PS256
 * (RFC 7518 sections 3.3 and 3.5). Never throws.
 *
 * @example rsaVerify('PS256', { n, e }, utf8('text'), signature) // true
 */
export function rsaVerify(
  algorithm: RsaAlgorithm,
  publicKey: RsaPublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return holds(() => {
    const key = rsaKey(publicKey);
    if (algorithm === 'RS256') return verify('sha256', message, key, signature);
    const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
    return verify(
      'sha256',
      message,
      { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
      signature,
    );
  });
}
