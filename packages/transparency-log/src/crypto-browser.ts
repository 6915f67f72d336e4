import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, equal } from './bytes.ts';
import type { MlDsa44 } from './crypto-types.ts';
import { isEd25519PublicKey } from './ed25519-rules.ts';

export type { MlDsa44 } from './crypto-types.ts';
export { sha256 } from './sha256.ts';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

function expectSeed(seed: Uint8Array): void {
  if (seed.length !== 32) throw new RangeError('a seed is 32 bytes');
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number);
  return value;
}

export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  expectSeed(seed);
  return ed25519.getPublicKey(seed);
}

export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  expectSeed(seed);
  return ed25519.sign(message, seed);
}

export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || !isEd25519PublicKey(publicKey)) return false;
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (s >= ORDER) return false;
  try {
    const k = littleEndian(sha512(concat(r, publicKey, message))) % ORDER;
    const expected = Point.BASE.multiplyUnsafe(s).subtract(Point.fromBytes(publicKey).multiplyUnsafe(k));
    return equal(expected.toBytes(), r);
  } catch {
    // The bytes are no point of the curve.
    return false;
  }
}

/** As `ed25519Verify`; browsers have no thread pool, so it is done at once. */
export async function ed25519VerifyLater(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return ed25519Verify(publicKey, message, signature);
}

function unavailable(): never {
  throw new Error('ML-DSA-44 is not available in this runtime');
}

/** Browsers have no synchronous ML-DSA-44; a note never needs it to verify. */
export const mlDsa44: MlDsa44 = {
  available: false,
  publicKey: unavailable,
  sign: unavailable,
  verify: unavailable,
};
