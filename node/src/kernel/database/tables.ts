import type { Pin } from '@koinon/trust';
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';

/** bigint columns are read as JavaScript numbers: sizes stay below 2^53 - 1 (enforced where they enter). */
type Big = number;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json<T> = ColumnType<T, string, string>;

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

/** The latest record of each subject: what `prev` must name, and its state. */
export interface SubjectTable {
  log: number;
  sub: string;
  kind: string;
  latest: string;
  state: Generated<'live' | 'withdrawn' | 'erased'>;
  reason: string | null;
  state_jti: string | null;
  state_at: Timestamp | null;
  updated_at: Timestamp;
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

/** Personal fields of a record, kept apart from it and erasable. Private. */
export interface DisclosureTable {
  log: number;
  jti: string;
  digest: string;
  disclosure: string;
}

/** Large bodies and files, addressed by SHA-256 (lower-case hex). */
export interface BlobTable {
  digest: string;
  media_type: string;
  size: number;
  state: 'present' | 'erased' | 'blocked';
  bytes: Uint8Array | null;
  /** The record that carries it; a draft's blob has none yet. */
  jti: string | null;
  created_at: Timestamp;
}

/** The records that carry a blob. */
export interface BlobUseTable {
  log: number;
  jti: string;
  digest: string;
}

/** Keys of this node, wrapped by the master key. */
export interface KeyTable {
  id: string;
  purpose: KeyPurpose;
  algorithm: 'Ed25519' | 'ML-DSA-44' | 'AES-256';
  /** Public JWK; null for symmetric keys. */
  public_jwk: Json<Record<string, unknown> | null> | null;
  wrapped: Uint8Array;
  created_at: Timestamp;
  /** Signs from here on; an overlap has more than one active key. */
  state: 'next' | 'active' | 'retired';
  retired_at: Timestamp | null;
}
export type KeyPurpose =
  | 'record'
  | 'log'
  | 'witness'
  | 'federation'
  | 'provider'
  | 'cookies'
  | 'pairwise'
  | 'participation'
  | 'tokens';

/** Record keys as logs declare them (`kernel/keys@1`): valid from an index on, until another index. */
export interface RecordKeyTable {
  log: number;
  kid: string;
  jwk: Json<Record<string, unknown>>;
  from_index: Big;
  until_index: Big | null;
}

/** A node that we follow. */
export interface PartnerTable {
  id: Generated<number>;
  /** Origin URL, `https://host[:port]`. */
  node: string;
  /** Host and port, as in addresses (`~host`) and on trust pages. */
  host: string;
  log: number;
  name: string;
  /** Body responsible, contact and mark as the partner states them (sanitised). */
  profile: Json<NodeProfile>;
  log_prefix: string;
  witness_name: string;
  witness_prefix: string;
  kinds: Json<string[]>;
  state: 'active' | 'frozen' | 'removed';
  /** Why the origin is frozen: the code of the alert. */
  frozen_code: string | null;
  /** JWK thumbprints that entry 0 of the log must be signed with; the pin of first contact. */
  pinned_kids: Json<string[]>;
  added_at: Timestamp;
  added_by: string;
  last_try_at: Timestamp | null;
  last_ok_at: Timestamp | null;
  last_error: string | null;
  failures: number;
}
export interface NodeProfile {
  name: string;
  /** The name in the node's own language, where it differs. */
  nativeName?: string;
  nativeLang?: string;
  body?: string;
  address?: string;
  email?: string;
  /** `d` attributes of strokes on a 32 × 32 grid. */
  mark?: string[];
}

/** Verifier keys that we trust for an origin's checkpoints: of partners, and of logs that we only cosign. */
export interface LogKeyTable {
  origin: string;
  vkey: string;
  purpose: 'follow' | 'witness';
  added_at: Timestamp;
}

/** Witnesses in our policy, and where to ask them for cosignatures on our own log. */
export interface WitnessKeyTable {
  name: string;
  vkey: string;
  url: string | null;
  added_at: Timestamp;
}

/** What our witness last cosigned for each origin. The compare-and-set row of tlog-witness. */
export interface CosignerTable {
  origin: string;
  size: Big;
  root: Uint8Array;
  note: string;
  cosigned_at: Timestamp;
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

/** Trust anchors with the keys that are pinned for them (OpenID Federation). */
export interface TrustPinTable {
  entity: string;
  pin: Json<Pin>;
  changed_at: Timestamp;
}

/** Cache: trust chains of entities as they were signed. Checked again against the pins whenever it is read. */
export interface TrustChainTable {
  entity: string;
  anchor: string;
  statements: Json<string[]>;
  resolved_at: Timestamp;
  refresh_at: Timestamp;
  expires_at: Timestamp;
}

/** Staff tokens; only the hash is kept. */
export interface TokenTable {
  id: string;
  name: string;
  hash: string;
  permissions: Json<string[]>;
  created_at: Timestamp;
  expires_at: Timestamp | null;
  last_used_at: Timestamp | null;
  revoked_at: Timestamp | null;
}

export interface SessionTable {
  /** SHA-256 of the cookie's value. */
  id: string;
  token: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  seen_at: Timestamp;
}

export interface IdempotencyTable {
  key: string;
  actor: string;
  request_hash: string;
  status: number | null;
  response: string | null;
  expires_at: Timestamp;
}

export interface LeaseTable {
  name: string;
  holder: string;
  until: Timestamp;
}

/** Full-text documents: one row per subject and language. */
export interface SearchTable {
  log: number;
  sub: string;
  lang: string;
  module: string;
  kind: string;
  path: string;
  title: string;
  text: string;
  /** Title and text prepared for `simple` (bigrams of Korean and the like); see kernel/search. */
  prepared: string;
  tsv: unknown;
  updated_at: Timestamp;
}

/** Small facts of the node about itself: name, profile, origin, fuse, demo clock. */
export interface SettingTable {
  name: string;
  value: Json<unknown>;
}

export interface KernelTables {
  log: LogTable;
  pending: PendingTable;
  entry: EntryTable;
  tile: TileTable;
  subject: SubjectTable;
  cosignature: CosignatureTable;
  disclosure: DisclosureTable;
  blob: BlobTable;
  blob_use: BlobUseTable;
  key: KeyTable;
  record_key: RecordKeyTable;
  partner: PartnerTable;
  log_key: LogKeyTable;
  witness_key: WitnessKeyTable;
  cosigner: CosignerTable;
  alert: AlertTable;
  agreement: AgreementTable;
  trust_pin: TrustPinTable;
  trust_chain: TrustChainTable;
  token: TokenTable;
  session: SessionTable;
  idempotency: IdempotencyTable;
  lease: LeaseTable;
  search: SearchTable;
  setting: SettingTable;
}

/** Modules widen it with `db.withTables<TheirTables>()`. */
export type Db = Kysely<KernelTables>;
/** Inside a transaction use nothing but `tx`: PGlite has one connection, and any other query waits for it forever. */
export type Tx = Transaction<KernelTables>;
