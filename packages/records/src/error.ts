export type RecordErrorCode =
  | 'malformed'
  | 'too-large'
  | 'wrong-typ'
  | 'wrong-alg'
  | 'unsupported-crit'
  | 'invalid-payload'
  | 'unknown-key'
  | 'bad-signature';

/** A record that must not be used; `code` is stable and says why. */
export class RecordError extends Error {
  readonly code: RecordErrorCode;
  constructor(code: RecordErrorCode, message: string) {
    super(message);
    this.code = code;
  }
  override get name(): string {
    return this.constructor.name;
  }
}

export type DisclosureErrorCode = 'malformed-disclosure' | 'unknown-disclosure' | 'duplicate-disclosure';

/** Disclosures that do not belong to their record. */
export class DisclosureError extends Error {
  readonly code: DisclosureErrorCode;
  constructor(code: DisclosureErrorCode, message: string) {
    super(message);
    this.code = code;
  }
  override get name(): string {
    return this.constructor.name;
  }
}

/** A JSON Web Key that is not an Ed25519 public key. */
export class InvalidKey extends Error {
  readonly code = 'invalid-key';
  override get name(): string {
    return this.constructor.name;
  }
}
