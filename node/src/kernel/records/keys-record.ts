import { jwkFromPublicKey } from '@koinon/records';
import type { Clock } from '../clock.ts';
import type { Keys, Signer } from '../keys/keys.ts';
import type { NodeIdentity } from '../node-identity.ts';
import { KEYS } from './kernel-kinds.ts';
import { type SignedDraft, signDraft } from './sign-draft.ts';

interface Services {
  identity: NodeIdentity;
  keys: Keys;
  clock: Clock;
}

/** Subject of all key records of a node. */
export const KEYS_SUBJECT = '/keys';

/** A `kernel/keys@1` that lists the active record keys. */
export function signKeysRecord(
  services: Services,
  {
    prev,
    listed = services.keys.signers('record'),
    signer,
  }: { prev: string | null; listed?: readonly Signer[]; signer?: Signer },
): SignedDraft {
  const keys = listed.map(({ id, publicKey }) => ({
    kid: id,
    jwk: jwkFromPublicKey(publicKey),
    use: 'record' as const,
  }));
  return signDraft(services, { kind: KEYS, sub: KEYS_SUBJECT, prev, body: { keys } }, signer);
}
