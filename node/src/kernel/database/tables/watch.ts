import type { Big, Json, Timestamp } from './columns.ts';

/** What our witness last cosigned for each origin. The compare-and-set row of tlog-witness. */
export interface CosignerTable {
  origin: string;
  size: Big;
  root: Uint8Array;
  note: string;
  cosigned_at: Timestamp;
}

/** A log that is not cosigned until others were asked what we have cosigned of it: see kernel/witness. */
export interface WitnessRecallTable {
  origin: string;
  /** After a restore: everybody who may know has to answer. */
  thorough: boolean;
  since: Timestamp;
}

/** Evidence against a log, kept for good. */
export interface AlertTable {
  id: string;
  origin: string;
  code: AlertCode;
  detail: Json<Record<string, unknown>>;
  note_ours: string | null;
  note_theirs: string | null;
  /** Our `kernel/alert@1` record. */
  jti: string | null;
  raised_at: Timestamp;
  resolved_jti: string | null;
  resolved_reason: string | null;
  resolved_at: Timestamp | null;
}
export type AlertCode = 'two-histories' | 'rolled-back' | 'bad-tiles' | 'bad-root' | 'bad-signature';

/** Latest comparison of an origin with what another follower holds of it. */
export interface AgreementTable {
  origin: string;
  peer: string;
  size: Big;
  state: 'agrees' | 'differs' | 'unreachable';
  at: Timestamp;
  detail: string | null;
}
