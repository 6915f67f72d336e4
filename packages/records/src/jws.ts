import { fromBase64Url, fromUtf8, MalformedEncoding, utf8 } from '@koinon/transparency-log';

/** A compact JWS, read: what it says is not yet checked. `signingInput` is what `signature` covers. */
export interface CompactJws {
  header: unknown;
  payload: unknown;
  signingInput: Uint8Array;
  signature: Uint8Array;
}

/** A text that is no compact JWS whose header and payload are JSON. */
export class MalformedJws extends Error {
  readonly code = 'malformed';
  override get name(): string {
    return this.constructor.name;
  }
}

function part(text: string): Uint8Array {
  try {
    return fromBase64Url(text);
  } catch {
    throw new MalformedJws('a part is not base64url');
  }
}

function json(text: string): unknown {
  const bytes = part(text);
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch (error) {
    if (error instanceof MalformedEncoding || error instanceof SyntaxError) {
      throw new MalformedJws('a part is not JSON');
    }
    throw error;
  }
}

/**
 * Takes a compact JWS (RFC 7515 section 3.1) of JSON apart, in its one canonical base64url. Header and payload are values of
 * unknown shape; the signature is not checked.
 *
 * @throws MalformedJws
 * @example const { header, payload } = parseCompactJws(jws)
 */
export function parseCompactJws(jws: string): CompactJws {
  const parts = jws.split('.');
  if (parts.length !== 3) throw new MalformedJws('not a compact JWS');
  const [first = '', second = '', third = ''] = parts;
  return {
    header: json(first),
    payload: json(second),
    signingInput: utf8(`${first}.${second}`),
    signature: part(third),
  };
}
