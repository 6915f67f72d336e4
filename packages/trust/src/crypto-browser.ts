import { concat } from '@koinon/transparency-log';
import { p256 } from '@noble/curves/nist.js';
import type { EcPoint, RsaAlgorithm, RsaPublicKey } from './crypto-types.ts';
import { rsaOpen, verifyPkcs1, verifyPss } from './rsa.ts';

export type { EcPoint, RsaAlgorithm, RsaPublicKey } from './crypto-types.ts';

const UNCOMPRESSED = new Uint8Array([4]);

export function es256Verify({ x, y }: EcPoint, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    // JOSE knows no low-S rule (RFC 7518 section 3.4).
    return p256.verify(signature, message, concat(UNCOMPRESSED, x, y), { lowS: false });
  } catch {
    // The bytes are no point of the curve.
    return false;
  }
}

export function rsaVerify(
  algorithm: RsaAlgorithm,
  publicKey: RsaPublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const opened = rsaOpen(publicKey, signature);
  if (!opened) return false;
  return algorithm === 'RS256' ? verifyPkcs1(opened, message) : verifyPss(opened, message);
}
