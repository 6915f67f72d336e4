import { KoinonError } from '../error.ts';

/** A record contradicts the rules of its kind. Local acts fail; a partner's record is stored and flagged with `flag`. */
export class RefusedRecord extends KoinonError {
  readonly code: string = 'record-refused';
  override readonly status: number = 422;
  override readonly args: Record<string, string>;
  /** What is shown of a partner's record that is refused for this reason. */
  readonly flag: string;
  constructor(flag: string) {
    super(`the record is refused: ${flag}`);
    this.flag = flag;
    this.args = { flag };
  }
}

/** The subject has changed since: `prev` does not name its latest record. */
export class StalePredecessor extends KoinonError {
  readonly code = 'stale-prev';
  override readonly status = 412;
  readonly latest: string | null;
  constructor(sub: string, latest: string | null) {
    super(`${sub}: the latest record is ${latest ?? 'none'}`);
    this.latest = latest;
  }
}

/** The body does not fit the schema of its kind. */
export class InvalidBody extends KoinonError {
  readonly code = 'invalid-body';
  override readonly status = 422;
  override readonly args: Record<string, string>;
  readonly issues: readonly { path: string; message: string }[];
  constructor(kind: string, issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
    const readable = issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    }));
    super(`${kind}: ${readable.map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`);
    this.issues = readable;
    this.args = { kind };
  }
}

/** No module of this node has the kind. */
export class UnknownKind extends KoinonError {
  readonly code = 'unknown-kind';
  override readonly status = 422;
  override readonly args: Record<string, string>;
  constructor(kind: string) {
    super(`no module has the kind ${kind}`);
    this.args = { kind };
  }
}

/** The subject is no plain address below our origin. */
export class UnusableSubject extends KoinonError {
  readonly code = 'unusable-subject';
  override readonly status = 422;
  constructor(sub: string) {
    super(`${sub} cannot be the subject of a record`);
  }
}

/** No record has this id here, or nothing is published about this subject. */
export class NoSuchRecord extends KoinonError {
  readonly code = 'no-such-record';
  override readonly status = 404;
  constructor(what: string) {
    super(`no record ${what}`);
  }
}

/** The record has no place in a signed checkpoint yet. */
export class NotLoggedYet extends KoinonError {
  readonly code = 'not-logged-yet';
  override readonly status = 409;
  constructor(jti: string) {
    super(`${jti} is pending`);
  }
}

/** What was asked for was erased by an act of its publisher. */
export class Erased extends KoinonError {
  readonly code = 'erased';
  override readonly status = 410;
  constructor(what: string) {
    super(`${what} was erased`);
  }
}

/**
 * The key that signed has been retired meanwhile, perhaps by another process. It bears the code of a serialization
 * failure, because it is one: the transaction runs again, and signs with the key that is valid then.
 */
export class RetiredSigner extends Error {
  readonly code = '40001';
  constructor() {
    super('the record key was retired');
  }
}

/** What is to be revised, or built on, was withdrawn. */
export class WithdrawnSubject extends KoinonError {
  readonly code = 'subject-withdrawn';
  override readonly status = 409;
}

/** The log that holds it is not confirmed at present, so nothing is built on it. */
export class NotConfirmed extends KoinonError {
  readonly code = 'not-confirmed';
  override readonly status = 409;
}
