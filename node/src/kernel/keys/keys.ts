import type { KeyPurpose } from '../database/tables/keys.ts';
import type { Tx } from '../database/tables.ts';

/** Signs without showing its key; leaves room for a hardware module. */
export interface Signer {
  readonly id: string;
  readonly algorithm: 'Ed25519' | 'ML-DSA-44';
  readonly publicKey: Uint8Array;
  readonly createdAt: Date;
  sign(message: Uint8Array): Uint8Array;
  /** Off the main thread: for many signatures at once. */
  signAsync(message: Uint8Array): Promise<Uint8Array>;
}

/** A key that was just made; symmetric ones have no signer. */
export interface NewKey {
  id: string;
  signer: Signer | null;
}

export interface Keys {
  /** Active signers of a purpose, the newest last (Ed25519 and ML-DSA-44 separately). */
  signers(purpose: KeyPurpose): readonly Signer[];
  /** A 32-byte secret of a symmetric purpose (cookies, tokens, …): the newest. */
  secret(purpose: KeyPurpose): Uint8Array;
  /** All secrets of a symmetric purpose that still open what they closed, the newest last. */
  secrets(purpose: KeyPurpose): readonly Uint8Array[];
  /** Wraps a secret of its own by the master key; `context` says what it is for and is authenticated. */
  seal(secret: Uint8Array, context: string): Uint8Array;
  /** @throws WrongMasterKey */
  unseal(sealed: Uint8Array, context: string): Uint8Array;
  /**
   * Makes the next key of a purpose inside `tx`; the caller publishes what must be published.
   * It signs from the commit on, in every process (they hear of it), together with the older ones until those retire.
   */
  rotate(tx: Tx, purpose: KeyPurpose): Promise<NewKey>;
  retire(tx: Tx, id: string): Promise<void>;
  /** Reads the keys again; called when another process changed them, and after one's own `rotate` committed. */
  reload(): Promise<void>;
}
