import type { Generated } from 'kysely';
import type { Big, Timestamp } from './columns.ts';

/** A log whose entries this node holds: its own (`role` own; retired after a change of origin) and those it follows. */
export interface LogTable {
  id: Generated<number>;
  origin: string;
  /** Origin URL of the node that the log belongs to, for example `https://kaldavere.example`. */
  node: string;
  role: 'own' | 'partner';
  /** Entries committed here; for a partner: checked against the root of a signed checkpoint. */
  size: Generated<Big>;
  root: Uint8Array;
  /** Roots of the complete subtrees, largest first, 32 bytes each. */
  range: Uint8Array;
  /** A partner's entries below it have been projected or flagged; a crash between storing and projecting resumes here. */
  projected: Generated<Big>;
  /** Newest signed checkpoint of exactly `note_size` entries, with all cosignatures known here. */
  note: string | null;
  note_size: Generated<Big>;
  note_at: Timestamp | null;
  /** Newest checkpoint that has its quorum (`hasQuorum`), with the cosignatures known then. */
  cosigned_note: Generated<string | null>;
  cosigned_size: Generated<Big>;
  retired_at: Timestamp | null;
}

/** The outbox: signed records of our own that have no place in the log yet. */
export interface PendingTable {
  id: Generated<Big>;
  jti: string;
  kind: string;
  sub: string;
  prev: string | null;
  iat: Big;
  body: string;
  asked_at: Timestamp;
}

/** One entry of one log. Never updated but for `flag`, `checked_at` (what we think of it, not what it says). */
export interface EntryTable {
  log: number;
  index: Big;
  /** The entry as text; empty where it is no printable ASCII, then `raw` holds its bytes. */
  body: string;
  raw: Uint8Array | null;
  leaf: Uint8Array;
  jti: string | null;
  kind: string | null;
  sub: string | null;
  prev: string | null;
  iat: Big | null;
  /** Why the record was not projected: `bad-signature`, `foreign-subject`, `stale-prev`, … ; null: it was, or its kind is unknown. */
  flag: string | null;
  /** True where the kind is not known here yet, so that it can be projected once the software learns it. */
  unprojected: boolean;
  checked_at: Timestamp;
}

/** One row per tile; a partial tile is a prefix of its later self. */
export interface TileTable {
  log: number;
  level: number;
  index: Big;
  hashes: Uint8Array;
}

/** A cosignature on a checkpoint of a log that we hold. */
export interface CosignatureTable {
  log: number;
  witness: string;
  size: Big;
  /** The time that the witness signed. */
  at: Timestamp;
  line: string;
}
