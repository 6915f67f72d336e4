import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Signer } from './keys.ts';

type Algorithm = Signer['algorithm'];

/** Private keys are kept as their 32-byte seed; these are the fixed heads of PKCS #8 before it (RFC 8410, RFC 9881). */
const PKCS8_HEAD: Record<Algorithm, Buffer> = {
  Ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  'ML-DSA-44': Buffer.from('3034020100300b060960864801650304031104228020', 'hex'),
};
const SPKI_HEAD_BYTES: Record<Algorithm, number> = { Ed25519: 12, 'ML-DSA-44': 22 };

/** Whether this runtime can sign with ML-DSA-44 (Node 24 with OpenSSL 3.5 can). */
export const hasMlDsa = canImport('ML-DSA-44');

export function makeSigner(
  { id, createdAt }: Pick<Signer, 'id' | 'createdAt'>,
  algorithm: Algorithm,
  seed: Uint8Array,
): Signer {
  const key = privateKey(algorithm, seed);
  return {
    id,
    algorithm,
    publicKey: publicKeyOf(algorithm, key),
    createdAt,
    sign: (message) => sign(null, message, key),
    signAsync: (message) => signInPool(message, key),
  };
}

function signInPool(message: Uint8Array, key: KeyObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign(null, message, key, (error, signature) => (error ? reject(error) : resolve(signature)));
  });
}

export function publicKeyOfSeed(algorithm: Algorithm, seed: Uint8Array): Uint8Array {
  return publicKeyOf(algorithm, privateKey(algorithm, seed));
}

function privateKey(algorithm: Algorithm, seed: Uint8Array): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD[algorithm], seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

function publicKeyOf(algorithm: Algorithm, key: KeyObject): Uint8Array {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return Uint8Array.from(spki.subarray(SPKI_HEAD_BYTES[algorithm]));
}

function canImport(algorithm: Algorithm): boolean {
  try {
    privateKey(algorithm, new Uint8Array(32));
    return true;
  } catch {
    return false;
  }
}
