/** The base of every error this package throws. `code` is stable and part of the API. */
export abstract class TrustError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

export type KeyErrorCode =
  | 'malformed-key'
  | 'unsupported-key'
  | 'symmetric-key'
  | 'private-key'
  | 'weak-key'
  | 'missing-kid'
  | 'duplicate-kid'
  | 'no-keys'
  | 'too-many-keys';

/** A JSON Web Key, or a set of them, that signs nothing here; `code` says why. */
export class KeyError extends TrustError {
  readonly code: KeyErrorCode;
  constructor(code: KeyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type JwtErrorCode =
  | 'malformed'
  | 'too-large'
  | 'too-deep'
  | 'wrong-typ'
  | 'wrong-alg'
  | 'missing-kid'
  | 'unsupported-header'
  | 'unknown-kid'
  | 'unfit-key'
  | 'bad-signature'
  | 'expired'
  | 'issued-in-future'
  | 'lifetime-backwards';

/** A signed JWT that must not be used; `code` says why. */
export class JwtError extends TrustError {
  readonly code: JwtErrorCode;
  constructor(code: JwtErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type StatementErrorCode =
  | 'invalid-claims'
  | 'misplaced-claim'
  | 'invalid-keys'
  | 'invalid-metadata-policy'
  | 'invalid-constraints'
  | 'invalid-trust-marks'
  | 'unsupported-crit'
  | 'not-a-configuration'
  | 'not-a-subordinate-statement'
  | 'other-entity';

/** An entity statement whose claims break the rules of its kind. `claim` names the first that does. */
export class StatementError extends TrustError {
  readonly code: StatementErrorCode;
  readonly claim: string | null;
  constructor(code: StatementErrorCode, message: string, claim: string | null = null) {
    super(message);
    this.code = code;
    this.claim = claim;
  }
}

/** A text that names no federation entity. */
export class InvalidEntityId extends TrustError {
  readonly code = 'invalid-entity-id';
}

export type TrustMarkErrorCode =
  | 'invalid-claims'
  | 'other-subject'
  | 'other-type'
  | 'unaccepted-issuer'
  | 'missing-delegation'
  | 'foreign-delegation';

/** A trust mark that says nothing about the entity; `code` says why. */
export class TrustMarkError extends TrustError {
  readonly code: TrustMarkErrorCode;
  constructor(code: TrustMarkErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type PinErrorCode =
  | 'invalid-claims'
  | 'unknown-anchor'
  | 'stale'
  | 'retiring-key'
  | 'already-handed-over'
  | 'same-entity'
  | 'reused-key';

/** A change of what is pinned that must not be made; `code` says why. */
export class PinError extends TrustError {
  readonly code: PinErrorCode;
  constructor(code: PinErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whose fault it is that a metadata policy cannot be applied: the superiors', or the subject's. */
export type PolicyErrorKind = 'invalid_policy' | 'invalid_metadata';
export type PolicyErrorCode =
  | 'invalid-operator-value'
  | 'forbidden-combination'
  | 'conflicting-values'
  | 'no-common-value'
  | 'unsupported-critical-operator'
  | 'not-an-array'
  | 'not-one-of'
  | 'missing-values'
  | 'missing-essential';

/** Where a metadata policy does not hold. */
export interface PolicyPlace {
  entityType: string;
  parameter: string;
  /** Operator, or two that do not go together. */
  operators: readonly string[];
}

/** Metadata policies that contradict each other, or metadata that they forbid. */
export class PolicyError extends TrustError {
  readonly code: PolicyErrorCode;
  readonly kind: PolicyErrorKind;
  readonly place: PolicyPlace;
  constructor(kind: PolicyErrorKind, code: PolicyErrorCode, place: PolicyPlace) {
    const { entityType, parameter, operators } = place;
    super(`${kind}: ${entityType}.${parameter} ${operators.join('+')}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.place = place;
  }
}

export type MetadataErrorCode =
  | 'invalid-endpoint'
  | 'wrong-issuer'
  | 'invalid-koinon-metadata'
  | 'foreign-log';

/** Metadata that does not fit the entity that it is about. */
export class MetadataError extends TrustError {
  readonly code: MetadataErrorCode;
  constructor(code: MetadataErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
