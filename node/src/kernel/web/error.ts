import { KoinonError } from '../error.ts';

/** There is nothing at this address. */
export class NotFound extends KoinonError {
  readonly code: string = 'not-found';
  override readonly status = 404;
  constructor(what = 'resource') {
    super(`no such ${what}`);
  }
}

/** It was here and has been erased. */
export class Gone extends KoinonError {
  readonly code = 'gone';
  override readonly status = 410;
}

/** The address exists, but not for this method; `allowed` becomes the `Allow` header. */
export class MethodNotAllowed extends KoinonError {
  readonly code = 'method-not-allowed';
  override readonly status = 405;
  readonly allowed: readonly string[];
  constructor(method: string, allowed: readonly string[]) {
    super(`${method} is not allowed`);
    this.allowed = allowed;
  }
}

/** The request names another host than this node's own. */
export class ForeignHost extends KoinonError {
  readonly code = 'foreign-host';
  override readonly status = 421;
  override readonly args: Record<string, string>;
  constructor(host: string, origin: string) {
    super(`request for host ${host}`);
    this.args = { origin };
  }
}

/** The request cannot be read: broken encoding, NUL characters, a value that no column holds. */
export class MalformedRequest extends KoinonError {
  readonly code: string = 'malformed-request';
  override readonly status = 400;
}

/** The cursor of a list was not made by this list. */
export class BadCursor extends KoinonError {
  readonly code = 'bad-cursor';
  override readonly status = 400;
}

/** The body is larger than this address takes. */
export class BodyTooLarge extends KoinonError {
  readonly code = 'body-too-large';
  override readonly status = 413;
  override readonly args: Record<string, string | number>;
  constructor(max: number) {
    super(`body over ${max} bytes`);
    this.args = { max: Math.round(max / 1000) };
  }
}

/** The body is in a media type that this address does not read. */
export class UnsupportedMediaType extends KoinonError {
  readonly code = 'unsupported-media-type';
  override readonly status = 415;
  override readonly args: Record<string, string>;
  constructor(expected: string) {
    super(`expected ${expected}`);
    this.args = { expected };
  }
}

/** A form came from another site, or its token is missing, forged or of an earlier session. */
export class FormExpired extends KoinonError {
  readonly code = 'form-expired';
  override readonly status = 403;
}

/** Too many requests; `retryAfter` in seconds. */
export class TooManyRequests extends KoinonError {
  readonly code = 'too-many-requests';
  override readonly status = 429;
  readonly retryAfter: number;
  override readonly args: Record<string, number>;
  constructor(retryAfter: number) {
    super('rate limit reached');
    this.retryAfter = retryAfter;
    // People count a quarter of an hour in minutes, not in seconds.
    this.args = { seconds: retryAfter, minutes: retryAfter < 90 ? 0 : Math.ceil(retryAfter / 60) };
  }
}

/** The node cannot serve this now, and why; `retryAfter` in seconds. */
export class Unavailable extends KoinonError {
  readonly code: string = 'unavailable';
  override readonly status = 503;
  readonly retryAfter: number;
  constructor(message: string, retryAfter = 5) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** A server that this node asked did not answer as it should. */
export class UpstreamFailed extends KoinonError {
  readonly code = 'upstream';
  override readonly status = 502;
}

/** Something of ours broke; the cause goes to the log, never to the answer. */
export class Broken extends KoinonError {
  readonly code = 'broken';
  override readonly status = 500;
}
