import type { Jwks, Pin, TrustDecision } from '@koinon/trust';
import type { ColumnType, Generated } from 'kysely';
import type { Json, Timestamp } from './columns.ts';

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
  /** How its trust chain was judged the last time. */
  decision: ColumnType<TrustDecision | null, string | null | undefined, string | null>;
  /** Digest of the chain that its keys were last taken from. */
  evidence: Generated<string | null>;
  /** Its record that ended the partnership on its side, once we have heeded it. */
  ended_by: Generated<string | null>;
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
  /** When it stops to count, where its owner no longer lists it. */
  until: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Witnesses in our policy, and where to ask them for cosignatures on our own log. */
export interface WitnessKeyTable {
  name: string;
  vkey: string;
  url: string | null;
  added_at: Timestamp;
  /** As that of a log key. */
  until: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Whom an entity of this node states, with which keys (OpenID Federation section 3). */
export interface SubordinateTable {
  issuer: string;
  subject: string;
  jwks: Json<Jwks>;
  /** Where the first keys came from; later ones follow them. */
  source: 'first-contact' | 'chain' | 'log' | 'operator';
  /** `iat` of the newest configuration that was followed, seconds. */
  seen: Generated<number>;
  added_at: Timestamp;
  changed_at: Timestamp;
}

/** Raw chains under which something was accepted, by the SHA-256 that the record of it names. */
export interface TrustEvidenceTable {
  digest: string;
  subject: string;
  statements: Json<string[]>;
  kept_at: Timestamp;
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
