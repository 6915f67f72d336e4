import { KoinonError } from '../error.ts';
import type { IfMatch } from './api/if-match.ts';

/** One place in a request that its schema refuses; `pointer` is a JSON Pointer (RFC 6901) into the part that `in` names. */
export interface InvalidField {
  in: 'path' | 'query' | 'body';
  pointer: string;
  detail: string;
}

/** The request does not match the schema of its route. */
export class InvalidRequest extends KoinonError {
  readonly code = 'invalid-request';
  override readonly status = 422;
  override readonly extensions: { errors: readonly InvalidField[] };
  constructor(errors: readonly InvalidField[]) {
    super(errors.map((error) => `${error.in}${error.pointer}: ${error.detail}`).join('; '));
    this.extensions = { errors };
  }
}

/** An update without `If-Match`: it could overwrite what its author has not seen (RFC 6585, 3). */
export class PreconditionRequired extends KoinonError {
  readonly code = 'if-match-required';
  override readonly status = 428;
}

/** The resource has changed since the versions that `If-Match` names. */
export class StaleVersion extends KoinonError {
  readonly code = 'stale-version';
  override readonly status = 412;
  override readonly extensions: { yours: string; current: string };
  constructor(yours: IfMatch, current: string) {
    const named = yours === '*' ? '*' : yours.join(', ');
    super(`If-Match ${named}, current ${current}`);
    this.extensions = { yours: named, current };
  }
}

/** The same `Idempotency-Key` came before with another request. */
export class IdempotencyKeyReused extends KoinonError {
  readonly code = 'idempotency-key-reused';
  override readonly status = 422;
}

/** The first request with this `Idempotency-Key` has not been answered yet. */
export class IdempotencyKeyBusy extends KoinonError {
  readonly code = 'idempotency-key-busy';
  override readonly status = 409;
}
