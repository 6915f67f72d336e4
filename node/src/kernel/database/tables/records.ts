import type { Generated } from 'kysely';
import type { Big, Json, Timestamp } from './columns.ts';

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

/** Record keys as logs declare them (`kernel/keys@1`): valid from an index on, until another index. */
export interface RecordKeyTable {
  log: number;
  kid: string;
  jwk: Json<Record<string, unknown>>;
  from_index: Big;
  until_index: Big | null;
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
  state: 'present' | 'erased';
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
