import { toBase64Url, utf8 } from '@koinon/transparency-log';
import { ed25519Verify } from '@koinon/transparency-log/crypto';
import * as z from 'zod';
import { RecordError } from './error.ts';
import { type CompactJws, MalformedJws, parseCompactJws } from './jws.ts';
import { type RecordHeader, type RecordPayload, recordHeaderSchema, recordPayloadSchema } from './schema.ts';

export const RECORD_TYP = 'koinon-record+jwt';
/** Largest record, in bytes of the JWS; larger bodies go by digest. */
export const MAX_RECORD = 16384;

/** A record, read. `signingInput` is what the 64 bytes of `signature` cover. */
export interface ParsedRecord {
  header: RecordHeader;
  payload: RecordPayload;
  signingInput: Uint8Array;
  signature: Uint8Array;
}

/** A key that signs records, wherever it lives. */
export interface RecordSigner {
  kid: string;
  sign(bytes: Uint8Array): Uint8Array;
}

function json(value: unknown): string {
  return toBase64Url(utf8(JSON.stringify(value)));
}

/**
 * Makes a record: the compact JWS, of which the ASCII bytes are the log entry. `sign` gets the signing input and returns the
 * 64-byte Ed25519 signature.
 *
 * @throws RecordError `invalid-payload`, `too-large` (over 16 KiB: send the body by digest)
 * @example
 * const jws = signRecord(
 *   { iss: 'https://node.example', iat: 1_700_000_000, jti, kind: 'practices/practice@1', sub, body },
 *   { kid: thumbprint(jwk), sign: (bytes) => ed25519Sign(seed, bytes) },
 * )
 */
export function signRecord(payload: RecordPayload, signer: RecordSigner): string {
  const checked = recordPayloadSchema.safeParse(payload);
  if (!checked.success) throw new RecordError('invalid-payload', z.prettifyError(checked.error));
  if (!payload.sub.startsWith(`${payload.iss}/`))
    throw new RecordError('invalid-payload', 'sub is not below iss');
  const input = `${json({ alg: 'EdDSA', kid: signer.kid, typ: RECORD_TYP })}.${json(payload)}`;
  const jws = `${input}.${toBase64Url(signer.sign(utf8(input)))}`;
  if (jws.length > MAX_RECORD) throw new RecordError('too-large', `the record has ${jws.length} bytes`);
  return jws;
}

function compactJws(jws: string): CompactJws {
  try {
    return parseCompactJws(jws);
  } catch (error) {
    if (error instanceof MalformedJws) throw new RecordError('malformed', error.message);
    throw error;
  }
}

/**
 * Reads a record without checking its signature: form, `typ`, `alg` (EdDSA or Ed25519, nothing else), no `crit`, and the
 * schema that all payloads share.
 *
 * @throws RecordError `too-large`, `malformed`, `wrong-typ`, `wrong-alg`, `unsupported-crit`, `invalid-payload`
 * @example const { header, payload } = parseRecord(jws)
 */
export function parseRecord(jws: string): ParsedRecord {
  if (jws.length > MAX_RECORD) throw new RecordError('too-large', `the record has ${jws.length} bytes`);
  const { header: head, payload: body, signingInput, signature } = compactJws(jws);
  const header = recordHeaderSchema.safeParse(head);
  if (!header.success) throw new RecordError('malformed', z.prettifyError(header.error));
  if (header.data.typ !== RECORD_TYP) throw new RecordError('wrong-typ', `typ is ${header.data.typ}`);
  if (header.data.alg !== 'EdDSA' && header.data.alg !== 'Ed25519') {
    throw new RecordError('wrong-alg', `alg is ${header.data.alg}`);
  }
  if (header.data.crit !== undefined) throw new RecordError('unsupported-crit', 'the header has crit');
  if (signature.length !== 64) throw new RecordError('malformed', 'the signature is not 64 bytes');
  const payload = recordPayloadSchema.safeParse(body);
  if (!payload.success) throw new RecordError('invalid-payload', z.prettifyError(payload.error));
  return { header: header.data, payload: payload.data, signingInput, signature };
}

/** One key, or keys by `kid`. */
export type RecordKeys = Uint8Array | ReadonlyMap<string, Uint8Array> | Readonly<Record<string, Uint8Array>>;

function keyFor(keys: RecordKeys, kid: string): Uint8Array | undefined {
  if (keys instanceof Uint8Array) return keys;
  if (keys instanceof Map) return keys.get(kid);
  return Object.hasOwn(keys, kid) ? (keys as Record<string, Uint8Array>)[kid] : undefined;
}

/**
 * Reads a record and checks its signature by the given key, or by the key of its `kid`. Which keys are valid at the place of
 * the record in its log is the caller's to say: see `recordKeyAt`.
 *
 * @throws RecordError as `parseRecord` does, and `unknown-key`, `bad-signature`
 * @example const { payload } = verifyRecord(jws, { [kid]: publicKey })
 */
export function verifyRecord(jws: string, keys: RecordKeys): ParsedRecord {
  const record = parseRecord(jws);
  const key = keyFor(keys, record.header.kid);
  if (!key) throw new RecordError('unknown-key', `no key ${record.header.kid}`);
  if (!ed25519Verify(key, record.signingInput, record.signature)) {
    throw new RecordError('bad-signature', 'the signature does not verify');
  }
  return record;
}
