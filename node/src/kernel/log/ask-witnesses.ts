import type { Checkpoint, Hash } from '@koinon/transparency-log';
import type { Kernel } from '../kernel.ts';
import type { Witness } from '../trust/trust-store.ts';

/** One round of asking all witnesses in the policy for cosignatures on our checkpoint. */
export interface WitnessRound {
  checkpoint: Checkpoint;
  /** Signed by our log keys. */
  note: string;
  /** Consistency proof from the size that a witness names. */
  proof(oldSize: number): Promise<Hash[]>;
  /** Called for each witness when it answers, with its cosignature lines after they were verified. */
  heard(lines: readonly string[]): Promise<void>;
}

/** Resolves when every witness answered or ran out of time; a witness that fails is no error. */
export type AskWitnesses = (kernel: Kernel, round: WitnessRound) => Promise<void>;

/** What a witness last cosigned of our log. */
export type WitnessAnswer = { size: number; root: Uint8Array; note: string } | 'unknown' | 'unreachable';

export type AskWitnessSize = (kernel: Kernel, witness: Witness, logOrigin: string) => Promise<WitnessAnswer>;

/** Where recovery has to get to: a checkpoint that a witness cosigned and our database lacks entries of. */
export interface RecoveryTarget {
  size: number;
  root: Uint8Array;
  note: string;
  witness: Witness;
}

export type RecoverFromPartner = (kernel: Kernel, target: RecoveryTarget) => Promise<void>;

/** The peers' side of the log, injected where the node is put together. */
export interface WitnessClient {
  askWitnesses: AskWitnesses;
  askWitnessSize: AskWitnessSize;
  recoverFromPartner: RecoverFromPartner;
}
