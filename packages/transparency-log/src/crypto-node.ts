import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import type { MlDsa44 } from './crypto-types.ts';
import { isEd25519PublicKey } from './ed25519-rules.ts';

export type { MlDsa44 } from './crypto-types.ts';

// Fixed DER heads of RFC 8410 (Ed25519) and RFC 9881 (ML-DSA-44, seed form), before the raw key.
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const MLDSA44_SPKI = Buffer.from('30820532300b06096086480165030403110382052100', 'hex');
const MLDSA44_PKCS8 = Buffer.from('3034020100300b060960864801650304031104228020', 'hex');

/** Importing a key costs about as much as verifying with it, so the keys last used are kept. */
class KeyCache {
  readonly #keys = new Map<string, KeyObject>();
  readonly #make: (raw: Uint8Array) => KeyObject;
  constructor(make: (raw: Uint8Array) => KeyObject) {
    this.#make = make;
  }
  get(raw: Uint8Array): KeyObject {
    const id = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
    let key = this.#keys.get(id);
    if (key === undefined) {
      key = this.#make(raw);
      if (this.#keys.size >= 256) this.#keys.delete(this.#keys.keys().next().value as string);
      this.#keys.set(id, key);
    }
    return key;
  }
}

function der(head: Buffer, raw: Uint8Array): Buffer {
  return Buffer.concat([head, raw]);
}
function publicKeyOf(head: Buffer): (raw: Uint8Array) => KeyObject {
  return (raw) => createPublicKey({ key: der(head, raw), format: 'der', type: 'spki' });
}
function privateKeyOf(head: Buffer): (raw: Uint8Array) => KeyObject {
  return (raw) => createPrivateKey({ key: der(head, raw), format: 'der', type: 'pkcs8' });
}
function rawPublicKey(key: KeyObject, head: Buffer): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(head.length));
}
function expectSeed(seed: Uint8Array): void {
  if (seed.length !== 32) throw new RangeError('a seed is 32 bytes');
}

const ed25519Public = new KeyCache(publicKeyOf(ED25519_SPKI));
const ed25519Private = new KeyCache(privateKeyOf(ED25519_PKCS8));
const mlDsaPublic = new KeyCache(publicKeyOf(MLDSA44_SPKI));
const mlDsaPrivate = new KeyCache(privateKeyOf(MLDSA44_PKCS8));

/**
 * SHA-256 (FIPS 180-4).
 *
 * @example sha256(utf8('abc')) // ba7816bf 8f01cfea …
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = hash('sha256', bytes, 'buffer');
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length);
}

/**
 * The 32-byte public key of a 32-byte seed (RFC 8032 section 5.1.5).
 *
 * @throws RangeError where the seed is not 32 bytes
 * @example const publicKey = ed25519PublicKey(seed)
 */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  expectSeed(seed);
  return rawPublicKey(ed25519Private.get(seed), ED25519_SPKI);
}

/**
 * The 64-byte signature of a message (RFC 8032 section 5.1.6): deterministic, the same in every runtime.
 *
 * @throws RangeError where the seed is not 32 bytes
 * @example const signature = ed25519Sign(seed, utf8('text'))
 */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  expectSeed(seed);
  return new Uint8Array(sign(null, message, ed25519Private.get(seed)));
}

/**
 * Whether a signature is that of the message by the key. Never throws: whatever is malformed does not verify. The rule for
 * edge cases is stated at `isEd25519PublicKey` and is the same in every runtime.
 *
 * @example ed25519Verify(publicKey, utf8('text'), signature) // true
 */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || !isEd25519PublicKey(publicKey)) return false;
  try {
    return verify(null, message, ed25519Public.get(publicKey), signature);
  } catch {
    return false;
  }
}

/**
 * As `ed25519Verify`, in Node's thread pool: many signatures are checked on several cores while the caller goes on.
 *
 * @example await Promise.all(signed.map(({ message, signature }) => ed25519VerifyLater(publicKey, message, signature)))
 */
export function ed25519VerifyLater(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (signature.length !== 64 || !isEd25519PublicKey(publicKey)) return Promise.resolve(false);
  return new Promise((resolve) => {
    try {
      verify(null, message, ed25519Public.get(publicKey), signature, (error, valid) =>
        resolve(!error && valid),
      );
    } catch {
      resolve(false);
    }
  });
}

function mlDsaIsAvailable(): boolean {
  try {
    mlDsaPrivate.get(new Uint8Array(32));
    return true;
  } catch {
    return false;
  }
}

/** ML-DSA-44 by OpenSSL 3.5 or newer; `available` is false where this Node was built with an older one. */
export const mlDsa44: MlDsa44 = {
  available: mlDsaIsAvailable(),
  publicKey(seed) {
    expectSeed(seed);
    return rawPublicKey(mlDsaPrivate.get(seed), MLDSA44_SPKI);
  },
  sign(seed, message) {
    expectSeed(seed);
    return new Uint8Array(sign(null, message, mlDsaPrivate.get(seed)));
  },
  verify(publicKey, message, signature) {
    if (publicKey.length !== 1312 || signature.length !== 2420) return false;
    try {
      return verify(null, message, mlDsaPublic.get(publicKey), signature);
    } catch {
      return false;
    }
  },
};
