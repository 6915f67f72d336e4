import type { TrustDecision } from '@koinon/trust';
import type { Tx } from '../database/tables.ts';
import type { NodeFace } from '../web/page.ts';

/** A verification key of a partner's record, valid for part of its log. */
export interface RecordKey {
  kid: string;
  /** Raw Ed25519 public key, 32 bytes. */
  publicKey: Uint8Array;
  fromIndex: number;
  untilIndex: number | null;
}

export interface Partner extends NodeFace {
  id: number;
  log: number;
  logOrigin: string;
  logPrefix: string;
  witnessName: string;
  witnessPrefix: string;
  kinds: readonly string[];
  state: 'active' | 'frozen' | 'removed';
  frozenCode: string | null;
  pinnedKids: readonly string[];
  addedAt: Date;
  lastTryAt: Date | null;
  lastOkAt: Date | null;
  lastError: string | null;
  failures: number;
  /** How its trust chain was judged the last time. */
  decision: TrustDecision | null;
  /** Digest of the chain that its keys were last taken from. */
  evidence: string | null;
  /** Its record that ended an earlier partnership. */
  endedBy: string | null;
}

export interface Witness {
  name: string;
  /** Ed25519 (0x04) first. */
  vkeys: readonly string[];
  url: string | null;
}

/**
 * Whom this node trusts, with which keys. Everything that depends on trust asks here and nowhere else, so that another
 * source of trust (OpenID Federation chains in place of pinned keys) changes no caller.
 */
export interface TrustStore {
  partners(): Promise<readonly Partner[]>;
  partner(hostOrNode: string): Promise<Partner | null>;
  /** Verifier keys of an origin's checkpoints; empty where the origin is unknown. */
  logKeys(origin: string): Promise<readonly string[]>;
  /** Origins that our witness cosigns, frozen ones included (they answer 403). */
  isFrozen(origin: string): Promise<boolean>;
  /** Record keys of a log as its own entries declared them, in order of `fromIndex`. */
  recordKeys(log: number): Promise<readonly RecordKey[]>;
  /** Witnesses whose cosignatures we ask for and count. */
  witnesses(): Promise<readonly Witness[]>;
  freeze(tx: Tx, origin: string, code: string): Promise<void>;
  resume(tx: Tx, origin: string): Promise<void>;
}
