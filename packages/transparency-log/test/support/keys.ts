import { ed25519PublicKey, ed25519Sign, mlDsa44, sha256 } from '#crypto';
import {
  COSIGNATURE_ED25519,
  COSIGNATURE_ML_DSA_44,
  type Cosigner,
  makeCosigner,
  makeEd25519NoteSigner,
  type NoteSigner,
  utf8,
} from '../../src/index.ts';

/** Keys made from public names: worthless on purpose, the same on every run. */
export function seedOf(name: string): Uint8Array {
  return sha256(utf8(`transparency-log test key ${name}`));
}

export function testSigner(name: string, seedName = name): NoteSigner {
  const seed = seedOf(seedName);
  const sign = (message: Uint8Array): Uint8Array => ed25519Sign(seed, message);
  return makeEd25519NoteSigner(name, { publicKey: ed25519PublicKey(seed), sign });
}

export function testCosigner(name: string, seedName = name): Cosigner {
  const seed = seedOf(seedName);
  const sign = (message: Uint8Array): Uint8Array => ed25519Sign(seed, message);
  return makeCosigner({ name, type: COSIGNATURE_ED25519, publicKey: ed25519PublicKey(seed), sign });
}

export function testMlDsaCosigner(name: string): Cosigner {
  const seed = seedOf(name);
  const sign = (message: Uint8Array): Uint8Array => mlDsa44.sign(seed, message);
  return makeCosigner({ name, type: COSIGNATURE_ML_DSA_44, publicKey: mlDsa44.publicKey(seed), sign });
}
