import {
  applyKeys,
  checkReadEntry,
  type KeySpan,
  keysBodySchema,
  type ReadEntry,
  readRecordEntry,
  recordKeyAt,
} from '@koinon/records';
import { equal } from '@koinon/transparency-log';
import { ed25519Verify, ed25519VerifyLater } from '@koinon/transparency-log/crypto';
import { KEYS } from '../records/kernel-kinds.ts';
import { BadContent } from './fault.ts';
import type { Walk, WalkedEntry } from './window.ts';

const UNREADABLE: Omit<WalkedEntry, 'body' | 'raw' | 'flag'> = {
  jti: null,
  kind: null,
  sub: null,
  prev: null,
  iat: null,
};

/** An entry that was read, and what its signature is worth under the key that seemed to be its own. */
export interface Read {
  bytes: Uint8Array;
  /** Null where it is no printable ASCII. */
  text: string | null;
  entry: ReadEntry;
  signed: { publicKey: Uint8Array; valid: boolean } | null;
}

/** Checks the records of a log in order; remembers which keys are valid and when the last one was signed. */
export class EntryChecker {
  readonly #walk: Walk;
  #keys: readonly KeySpan[];
  #previousIat: number | null;
  #latestKeys: string | null;

  constructor(walk: Walk) {
    this.#walk = walk;
    this.#keys = walk.keys;
    this.#previousIat = walk.previousIat;
    this.#latestKeys = walk.latestKeys;
  }

  /**
   * Reads entries that follow on what was checked so far, and checks their signatures on all cores. Keys that only these
   * entries bring are not known yet: such signatures are left to `check`.
   */
  async read(entries: readonly Uint8Array[], start: number): Promise<Read[]> {
    return await Promise.all(
      entries.map(async (bytes, i) => {
        const text = printable(bytes);
        const entry = readRecordEntry(text ?? bytes);
        const key = entry.record && recordKeyAt(this.#keys, entry.record.header.kid, start + i);
        if (!entry.record || !key) return { bytes, text, entry, signed: null };
        const { signingInput, signature } = entry.record;
        const valid = await ed25519VerifyLater(key.publicKey, signingInput, signature);
        return { bytes, text, entry, signed: { publicKey: key.publicKey, valid } };
      }),
    );
  }

  /** @throws BadContent where entry 0 is not signed by a pinned key: then nothing in this log can be believed */
  check({ bytes, text, entry, signed }: Read, index: number): WalkedEntry {
    const { node, now } = this.#walk;
    const stored = text === null ? { body: '', raw: bytes.slice() } : { body: text, raw: null };
    const before = { keys: this.#keys, previousIat: this.#previousIat, latestKeys: this.#latestKeys };
    const context = { node, index, now, ...before };
    const checked = checkReadEntry(entry, context, (publicKey, message, signature) =>
      signed !== null && equal(signed.publicKey, publicKey)
        ? signed.valid
        : ed25519Verify(publicKey, message, signature),
    );
    if (index === 0) this.#requirePinned(checked.ok ? checked.record.header.kid : null);
    const authentic = checked.ok || isPlacement(checked.flag);
    if (!authentic || checked.record === null) return { ...stored, ...UNREADABLE, flag: checked.flag };
    const { jti, kind, sub, prev = null, iat, body } = checked.record.payload;
    if (checked.ok) {
      this.#previousIat = iat;
      if (kind === KEYS) {
        this.#keys = applyKeys(this.#keys, keysBodySchema.parse(body), index);
        this.#latestKeys = jti;
      }
    }
    return { ...stored, jti, kind, sub, prev, iat, flag: checked.flag };
  }

  #requirePinned(kid: string | null): void {
    const { pinnedKids, target, origin } = this.#walk;
    if (kid !== null && pinnedKids.includes(kid)) return;
    const found = kid === null ? 'is not signed by a key that it lists' : `is signed by ${kid}`;
    throw new BadContent(
      'bad-signature',
      `entry 0 of ${origin} ${found}`,
      { index: 0, commonSize: 0 },
      target.note,
    );
  }
}

/** The record is its author's, but does not belong where it stands. */
function isPlacement(flag: string | null): boolean {
  return (
    flag === 'foreign-subject' ||
    flag === 'iat-ahead' ||
    flag === 'iat-behind' ||
    flag === 'stale-prev' ||
    flag === 'bad-body'
  );
}

/** Text of printable ASCII, as every record is; null for anything else. */
function printable(bytes: Uint8Array): string | null {
  for (const byte of bytes) if (byte < 0x20 || byte > 0x7e) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
