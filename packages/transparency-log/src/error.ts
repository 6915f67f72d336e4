/** The base of every error this package throws. `code` is stable and part of the API. */
export abstract class TransparencyLogError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** Text that is not canonical base64, base64url, hex or UTF-8. */
export class MalformedEncoding extends TransparencyLogError {
  readonly code = 'malformed-encoding';
}

/** A size, index, level, width or hash outside what the function can take: a fault of the caller. */
export class InvalidArgument extends TransparencyLogError {
  readonly code = 'invalid-argument';
}

/** Bytes of a tile or entry bundle that are not what their width promises. */
export class MalformedTile extends TransparencyLogError {
  readonly code = 'malformed-tile';
}

export type NoteErrorCode =
  | 'malformed-note'
  | 'malformed-key'
  | 'unknown-key-type'
  | 'ambiguous-key'
  | 'invalid-signature'
  | 'no-known-signature';

/** A signed note, or a key of one, that must not be used; `code` says why. */
export class NoteError extends TransparencyLogError {
  readonly code: NoteErrorCode;
  constructor(code: NoteErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type CheckpointErrorCode = 'malformed-checkpoint' | 'other-origin' | 'missing-log-signature';

/** A note whose text is not the checkpoint that was expected; `code` says why. */
export class CheckpointError extends TransparencyLogError {
  readonly code: CheckpointErrorCode;
  constructor(code: CheckpointErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A body of `add-checkpoint` that breaks the grammar of tlog-witness: HTTP 400. */
export class MalformedRequest extends TransparencyLogError {
  readonly code = 'malformed-request';
}

/** A tlog-policy that cannot be read; `line` counts from 1, 0 means the file as a whole. */
export class PolicyError extends TransparencyLogError {
  readonly code = 'malformed-policy';
  readonly line: number;
  constructor(line: number, message: string) {
    super(line > 0 ? `line ${line}: ${message}` : message);
    this.line = line;
  }
}

/** A tlog-proof that is not in its one canonical form. */
export class MalformedProof extends TransparencyLogError {
  readonly code = 'malformed-proof';
}
