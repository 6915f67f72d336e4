import {
  type Cosigner,
  makeCosigner,
  makeEd25519NoteSigner,
  type NoteSigner,
} from '@koinon/transparency-log';
import type { NodeIdentity } from '../node-identity.ts';
import type { Keys } from './keys.ts';

/** Signers of our checkpoints (0x01), the newest key last; two during a rotation. */
export function logSigners(keys: Keys, identity: Pick<NodeIdentity, 'logOrigin'>): NoteSigner[] {
  return keys.signers('log').map((signer) => makeEd25519NoteSigner(identity.logOrigin, signer));
}

/** Our witness keys, Ed25519 (0x04) first. */
export function witnessCosigners(keys: Keys, identity: Pick<NodeIdentity, 'witnessName'>): Cosigner[] {
  const signers = keys.signers('witness');
  const ordered = [
    ...signers.filter((signer) => signer.algorithm === 'Ed25519'),
    ...signers.filter((signer) => signer.algorithm === 'ML-DSA-44'),
  ];
  return ordered.map((signer) =>
    makeCosigner({
      name: identity.witnessName,
      type: signer.algorithm === 'Ed25519' ? 0x04 : 0x06,
      publicKey: signer.publicKey,
      sign: (message) => signer.sign(message),
    }),
  );
}
