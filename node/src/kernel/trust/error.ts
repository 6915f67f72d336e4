import { KoinonError } from '../error.ts';

export type UntrustedReason =
  /** What the node says of itself cannot be read. */
  | 'not-a-node'
  /** It speaks for another origin than the one that was asked. */
  | 'other-origin'
  /** Names, prefixes and keys do not fit together. */
  | 'inconsistent-keys'
  /** The policy or the record keys that were given do not fit what the node states. */
  | 'other-keys'
  /** Entry 0 of its log is not signed by a key that was pinned. */
  | 'other-record-key'
  /** Its log does not verify. */
  | 'bad-log'
  /** Another partner holds a version of the log that does not fit. */
  | 'disputed'
  /** Its mark is one that a partner has. */
  | 'mark-taken'
  /** Its entity configuration does not hold. */
  | 'bad-configuration'
  | 'not-reached';

/** A node did not become a partner; `code` says why, `detail` what was found. Nothing was changed. */
export class Untrusted extends KoinonError {
  readonly code: UntrustedReason;
  override readonly status: number;
  override readonly args: Record<string, string>;
  override readonly detail: { reason: string };
  constructor(code: UntrustedReason, url: string, reason: string) {
    super(`${url}: ${reason}`);
    this.code = code;
    this.status = code === 'not-reached' ? 502 : 422;
    this.args = { url, reason };
    this.detail = { reason };
  }
}

/** The node is a partner already, or is this node itself. */
export class AlreadyPartner extends KoinonError {
  readonly code = 'already-partner';
  override readonly status = 409;
  override readonly args: Record<string, string>;
  constructor(host: string) {
    super(`${host} is a partner already`);
    this.args = { host };
  }
}

/** No partner, or no log that we cosign, is called so. */
export class NoSuchPartner extends KoinonError {
  readonly code = 'no-such-partner';
  override readonly status = 404;
  override readonly args: Record<string, string>;
  constructor(host: string) {
    super(`no partner ${host}`);
    this.args = { host };
  }
}

/** Only a log with an open alarm can be resumed. */
export class NotFrozen extends KoinonError {
  readonly code = 'not-frozen';
  override readonly status = 409;
  override readonly args: Record<string, string>;
  constructor(host: string) {
    super(`${host} has no open alarm`);
    this.args = { host };
  }
}

/** A name is bound to other keys already. No download and no file changes a binding: remove it first. */
export class BoundOtherwise extends KoinonError {
  readonly code = 'bound-otherwise';
  override readonly status = 409;
  override readonly args: Record<string, string>;
  constructor(name: string) {
    super(`${name} is bound to other keys already`);
    this.args = { name };
  }
}
