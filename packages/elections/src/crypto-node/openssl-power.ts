import { constants, createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto';
import type { Power } from '../group/faster-powers.ts';
import { LatestFew } from '../group/latest-few.ts';
import { modPow } from '../group/modular.ts';

/** Both numbers of a ciphertext are raised to the same challenges, one right after the other. */
const KEYS_KEPT = 8;

/**
 * Powers by OpenSSL, which Node brings along: RSA without padding is nothing but a power modulo the key's `n`. Takes a time
 * that depends on the exponent, so that it is for what everybody may know.
 * @returns undefined where this Node has another library, or one that refuses such keys
 * @example withFasterPowers(loadKernel(fused, portable), opensslPower())
 */
export function opensslPower(): Power | undefined {
  const power = makePower();
  const modulus = (1n << 2048n) - 1942289n;
  try {
    const right = [3n, 1n << 70n, modulus - 2n].every((exponent) =>
      [0n, 1n, 5n, modulus - 1n].every((x) => power(x, exponent, modulus) === modPow(x, exponent, modulus)),
    );
    return right ? power : undefined;
  } catch {
    return undefined;
  }
}

function makePower(): Power {
  const keysOf = new LatestFew(2, (modulus: bigint) => {
    const n = bytesOf(modulus, byteLength(modulus)).toString('base64url');
    return new LatestFew(KEYS_KEPT, (exponent: bigint): KeyObject => {
      const e = bytesOf(exponent, byteLength(exponent)).toString('base64url');
      return createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
    });
  });
  return (base, exponent, modulus) => {
    // OpenSSL refuses exponents of 0.
    if (exponent < 2n) return exponent === 0n ? 1n % modulus : base;
    const key = keysOf.get(modulus).get(exponent);
    // Without padding, what goes in and what comes out have the length of the modulus, leading zeros included.
    const padded = bytesOf(base, byteLength(modulus));
    const result = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, padded);
    return BigInt(`0x${result.toString('hex')}`);
  };
}

function byteLength(x: bigint): number {
  return Math.ceil(x.toString(16).length / 2);
}

function bytesOf(x: bigint, length: number): Buffer {
  return Buffer.from(x.toString(16).padStart(2 * length, '0'), 'hex');
}
