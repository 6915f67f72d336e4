import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';

/** A record after its signature was checked: header and payload of the JWS, and the JWS itself. */
export interface SignedRecord<Body = unknown> {
  jws: string;
  kid: string;
  iss: string;
  iat: number;
  jti: string;
  kind: string;
  /** Absolute URL. */
  sub: string;
  prev: string | null;
  /** A body that the record carries by digest is read from its blob; undefined where we do not hold that. */
  body: Body;
}

/** Where a record comes from. */
export interface RecordContext {
  log: number;
  /** Origin URL of the node whose log carries it. */
  node: string;
  own: boolean;
  /** Time of the check, or of the act for our own. */
  at: Date;
  /** Its place in the log; our own records get theirs later. */
  index?: number;
}

/** A record to be made. */
export interface RecordDraft<Body = unknown> {
  kind: string;
  /** Path of the subject below our origin, such as `/practices/<uuid>`; becomes an absolute URL in the record. */
  sub: string;
  /** The latest record of the subject when it is revised; null for the first. */
  prev?: string | null;
  body: Body;
  /** Personal fields: committed to with salted digests in the record, kept apart, erasable. */
  personal?: Record<string, unknown>;
}

/** What a command answers: the record it made. */
export interface Act {
  jti: string;
  /** Absolute URL of the subject. */
  sub: string;
  status: 'pending' | 'logged';
}

/** The one way in to the log. */
export interface RecordsService {
  /**
   * Checks the draft against its kind (schema, predecessor), signs it, projects it, and appends it to the outbox, all in
   * the caller's transaction: the public act and its record commit together.
   * @throws StalePredecessor, InvalidBody, RefusedRecord
   */
  publish<Body>(tx: Tx, actor: Actor, draft: RecordDraft<Body>): Promise<Act>;
  /** Only signs and appends (no projection): bulk import and benchmarks. */
  append(tx: Tx, drafts: readonly RecordDraft[]): Promise<Act[]>;
  /** Publishes `kernel/withdraw@1` for the subject: the content stays provable, pages show a notice. */
  withdraw(tx: Tx, actor: Actor, sub: string, reason: string): Promise<Act>;
  /** Publishes `kernel/erase@1` for records: disclosures and blobs are deleted here and at the partners. */
  erase(tx: Tx, actor: Actor, jtis: readonly string[], reason: EraseReason, basis: string): Promise<Act>;
  /** Resolves once the record has a place in a signed checkpoint, or after `timeoutMs`. */
  waitLogged(jti: string, timeoutMs: number): Promise<Act['status']>;
}
export type EraseReason = 'person-request' | 'legal-order' | 'mistake' | 'retention';
