import { fromUtf8 } from '@koinon/transparency-log';
import { ed25519Verify } from '@koinon/transparency-log/crypto';
import { type ParsedRecord, parseRecord } from './envelope.ts';
import { RecordError, type RecordErrorCode } from './error.ts';
import { type KeySpan, keysBodySchema, publicKeyFromJwk, recordKeyAt, thumbprint } from './keys.ts';

export const MAX_IAT_AHEAD = 60;
export const MAX_IAT_BEHIND = 24 * 60 * 60;

/**
 * Whether `iat` (seconds since 1970) may stand at its place in a log: at most 60 s ahead of `now`, and at most 24 h before
 * the previous entry. Null where it may; otherwise the code of what is wrong.
 *
 * @example checkIat(payload.iat, { now: 1_700_000_000, previousIat: null }) // null
 */
export function checkIat(
  iat: number,
  context: { now: number; previousIat: number | null },
): 'iat-ahead' | 'iat-behind' | null {
  if (iat > context.now + MAX_IAT_AHEAD) return 'iat-ahead';
  if (context.previousIat !== null && iat < context.previousIat - MAX_IAT_BEHIND) return 'iat-behind';
  return null;
}

/**
 * A keys record takes effect only as the successor of the one before, so that an old one that is put into the log again
 * brings no retired key back; and its body must be one that everybody can read.
 */
function checkKeysRecord(
  { payload: { kind, prev, body } }: ParsedRecord,
  { index, latestKeys }: Pick<EntryContext, 'index' | 'latestKeys'>,
): 'stale-prev' | 'bad-body' | null {
  if (kind !== 'kernel/keys@1') return null;
  if ((prev ?? null) !== (index === 0 ? null : latestKeys)) return 'stale-prev';
  return keysBodySchema.safeParse(body).success ? null : 'bad-body';
}

/** Why an entry is not taken as a record; stable. */
export type EntryFlag =
  | RecordErrorCode
  | 'wrong-issuer'
  | 'foreign-subject'
  | 'iat-ahead'
  | 'iat-behind'
  | 'wrong-first-entry'
  | 'stale-prev'
  | 'bad-body';

/** Where an entry stands, and what is known there. */
export interface EntryContext {
  /** Origin URL of the node whose log carries the entry. */
  node: string;
  index: number;
  keys: readonly KeySpan[];
  /** Seconds. */
  now: number;
  /** `iat` of the last entry before that was taken as a record; a refused one must not set the clock. Null where there is none. */
  previousIat: number | null;
  /** `jti` of the last `kernel/keys@1` before it that took effect; null where there is none. */
  latestKeys: string | null;
}

/** What the check found. `record` is set as soon as the entry could be read. */
export type EntryCheck =
  | { ok: true; jws: string; record: ParsedRecord; flag: null; detail: null }
  | { ok: false; jws: string | null; record: ParsedRecord | null; flag: EntryFlag; detail: string };

function readEntry(entry: Uint8Array | string): string | null {
  if (typeof entry === 'string') return entry;
  try {
    return fromUtf8(entry);
  } catch {
    return null;
  }
}

/** Entry 0 lists the keys of the log and is signed by one of them: nothing before it could. */
function keysOfFirstEntry(record: ParsedRecord): KeySpan[] {
  if (record.payload.kind !== 'kernel/keys@1') return [];
  const body = keysBodySchema.safeParse(record.payload.body);
  if (!body.success) return [];
  return body.data.keys
    .filter(({ kid, jwk }) => kid === thumbprint(jwk))
    .map(({ kid, jwk }) => ({ kid, publicKey: publicKeyFromJwk(jwk), fromIndex: 0, untilIndex: null }));
}

/**
 * Checks one entry of a log as far as that needs no database: form, `typ` and `alg`, signature by a key that is valid at its
 * index, issuer, subject, time. Entry 0 must be `kernel/keys@1`, signed by a key that it lists. What a follower refuses it
 * stores, flagged with the code, and goes on: this function never throws for what an entry holds.
 *
 * @example
 * const check = checkRecordEntry(entry, { node: 'https://node.example', index, keys, now, previousIat, latestKeys })
 * if (check.ok && check.record.payload.kind === 'kernel/keys@1') keys = applyKeys(keys, body, index)
 */
export function checkRecordEntry(entry: Uint8Array | string, context: EntryContext): EntryCheck {
  return checkReadEntry(readRecordEntry(entry), context);
}

/** An entry that was read: the record in it, or why it holds none. */
export type ReadEntry =
  | { jws: string; record: ParsedRecord }
  | { jws: string | null; record: null; flag: RecordErrorCode; detail: string };

/**
 * The first half of `checkRecordEntry`: reads an entry and judges nothing. For followers that check the signatures of many
 * entries at once before they check their places one by one.
 *
 * @example
 * const read = readRecordEntry(entry)
 * const check = checkReadEntry(read, { node, index, keys, now, previousIat, latestKeys })
 */
export function readRecordEntry(entry: Uint8Array | string): ReadEntry {
  const jws = readEntry(entry);
  if (jws === null) return { jws: null, record: null, flag: 'malformed', detail: 'not UTF-8' };
  try {
    return { jws, record: parseRecord(jws) };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { jws, record: null, flag: error.code, detail: error.message };
  }
}

/** Whether a signature of a message is that of an Ed25519 key, as `ed25519Verify` says it. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/**
 * The second half of `checkRecordEntry`. `verify` stands in for the check of the signature where that was done before.
 *
 * @example checkReadEntry(readRecordEntry(entry), { node, index, keys, now, previousIat }).ok
 */
export function checkReadEntry(
  read: ReadEntry,
  context: EntryContext,
  verify: VerifySignature = ed25519Verify,
): EntryCheck {
  if (read.record === null) return { ok: false, ...read };
  const { jws, record } = read;
  const refuse = (flag: EntryFlag, detail: string): EntryCheck => ({ ok: false, jws, record, flag, detail });
  if (context.index === 0 && record.payload.kind !== 'kernel/keys@1') {
    return refuse('wrong-first-entry', 'entry 0 is not kernel/keys@1');
  }
  const keys = context.index === 0 ? keysOfFirstEntry(record) : context.keys;
  const key = recordKeyAt(keys, record.header.kid, context.index);
  if (!key) return refuse('unknown-key', `no key ${record.header.kid} at ${context.index}`);
  if (!verify(key.publicKey, record.signingInput, record.signature)) {
    return refuse('bad-signature', 'the signature does not verify');
  }
  const { iss, sub, iat } = record.payload;
  if (iss !== context.node) return refuse('wrong-issuer', `iss is ${iss}`);
  if (!sub.startsWith(`${context.node}/`)) return refuse('foreign-subject', `sub is ${sub}`);
  const misplaced = checkIat(iat, context);
  if (misplaced) return refuse(misplaced, `iat is ${iat}`);
  const unfit = checkKeysRecord(record, context);
  if (unfit) return refuse(unfit, `not the keys record after ${context.latestKeys}`);
  return { ok: true, jws, record, flag: null, detail: null };
}
