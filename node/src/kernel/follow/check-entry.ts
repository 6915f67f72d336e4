import { applyKeys, checkRecordEntry, type KeySpan, keysBodySchema } from '@koinon/records';
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

/** Checks the records of a log in order; remembers which keys are valid and when the last one was signed. */
export class EntryChecker {
  readonly #walk: Walk;
  #keys: readonly KeySpan[];
  #previousIat: number | null;

  constructor(walk: Walk) {
    this.#walk = walk;
    this.#keys = walk.keys;
    this.#previousIat = walk.previousIat;
  }

  /** @throws BadContent where entry 0 is not signed by a pinned key: then nothing in this log can be believed */
  check(bytes: Uint8Array, index: number): WalkedEntry {
    const { node, now } = this.#walk;
    const text = printable(bytes);
    const stored = text === null ? { body: '', raw: bytes.slice() } : { body: text, raw: null };
    const checked = checkRecordEntry(text ?? bytes, {
      node,
      index,
      keys: this.#keys,
      now,
      previousIat: this.#previousIat,
    });
    if (index === 0) this.#requirePinned(checked.ok ? checked.record.header.kid : null);
    const authentic = checked.ok || isPlacement(checked.flag);
    if (!authentic || checked.record === null) return { ...stored, ...UNREADABLE, flag: checked.flag };
    const { jti, kind, sub, prev = null, iat, body } = checked.record.payload;
    if (checked.ok) {
      this.#previousIat = iat;
      if (kind === KEYS) this.#turn(body, index);
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

  #turn(body: unknown, index: number): void {
    const keys = keysBodySchema.safeParse(body);
    if (keys.success) this.#keys = applyKeys(this.#keys, keys.data, index);
  }
}

/** The record is its author's, but does not belong where it stands. */
function isPlacement(flag: string | null): boolean {
  return flag === 'foreign-subject' || flag === 'iat-ahead' || flag === 'iat-behind';
}

/** Text of printable ASCII, as every record is; null for anything else. */
function printable(bytes: Uint8Array): string | null {
  for (const byte of bytes) if (byte < 0x20 || byte > 0x7e) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
