import { equal, fromHex } from './bytes.ts';

/** y coordinates of the points whose order divides 8, little-endian, sign bit clear. */
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map(fromHex);

/** 2^255-19, little-endian. */
const PRIME = fromHex('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');

function belowPrime(y: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    if (y[i] !== PRIME[i]) return (y[i] as number) < (PRIME[i] as number);
  }
  return false;
}

/**
 * The public keys that both runtimes accept: 32 bytes, y below the prime, not of small order. RFC 8032 leaves room here
 * and libraries use it differently: OpenSSL takes small-order and non-canonical keys, others refuse them. A key of small
 * order signs everything at once, so nothing is lost.
 *
 * The rest of the rule is RFC 8032 section 5.1.7 without the cofactor, as OpenSSL has it: S below the group order, and
 * the bytes of [S]B - [k]A equal to R. No encoding of R other than the canonical one can be equal.
 */
export function isEd25519PublicKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  const y = publicKey.slice();
  y[31] = (y[31] as number) & 0x7f;
  return belowPrime(y) && !SMALL_ORDER.some((small) => equal(small, y));
}
