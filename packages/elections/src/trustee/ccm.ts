import { concat, equal } from '@koinon/transparency-log';
import { cbc, ctr } from '@noble/ciphers/aes.js';

const TAG = 8;
const BLOCK = 16;
const NOTHING = new Uint8Array(0);

/**
 * AES-CCM with a tag of 8 bytes appended (RFC 3610; M = 8, L = 15 - nonce length): CBC-MAC and CTR of a library, put together
 * here because browsers have no CCM.
 * @param key 32 bytes; 16 in the vectors of the RFC
 * @param nonce 7 to 13 bytes
 * @param associated what is authenticated and not encrypted, below 65,280 bytes; Belenios has none
 */
export function ccmEncrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  associated: Uint8Array = NOTHING,
): Uint8Array {
  const tag = mac(key, nonce, plaintext, associated);
  return concat(ctr(key, counter(nonce, 1)).encrypt(plaintext), ctr(key, counter(nonce, 0)).encrypt(tag));
}

/** The plaintext, or undefined where the tag does not match. */
export function ccmDecrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
  associated: Uint8Array = NOTHING,
): Uint8Array | undefined {
  if (ciphertext.length < TAG) return undefined;
  const split = ciphertext.length - TAG;
  const plaintext = ctr(key, counter(nonce, 1)).decrypt(ciphertext.subarray(0, split));
  const tag = ctr(key, counter(nonce, 0)).decrypt(ciphertext.subarray(split));
  return equal(tag, mac(key, nonce, plaintext, associated)) ? plaintext : undefined;
}

const padded = (length: number): number => Math.ceil(length / BLOCK) * BLOCK;

/** RFC 3610 section 2.2: CBC-MAC over B_0, the associated data behind its length, and the message, cut to the tag's length. */
function mac(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, associated: Uint8Array): Uint8Array {
  const lengthBytes = BLOCK - 1 - nonce.length;
  const header = associated.length === 0 ? 0 : padded(2 + associated.length);
  const blocks = new Uint8Array(BLOCK + header + padded(plaintext.length));
  blocks[0] = (header > 0 ? 64 : 0) + 8 * ((TAG - 2) / 2) + (lengthBytes - 1);
  blocks.set(nonce, 1);
  putLength(blocks.subarray(1 + nonce.length, BLOCK), plaintext.length);
  if (header > 0) {
    putLength(blocks.subarray(BLOCK, BLOCK + 2), associated.length);
    blocks.set(associated, BLOCK + 2);
  }
  blocks.set(plaintext, BLOCK + header);
  const chained = cbc(key, new Uint8Array(BLOCK), { disablePadding: true }).encrypt(blocks);
  return chained.slice(chained.length - BLOCK, chained.length - BLOCK + TAG);
}

/** RFC 3610 section 2.3: the counter block A_i. */
function counter(nonce: Uint8Array, i: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block[0] = BLOCK - 1 - nonce.length - 1;
  block.set(nonce, 1);
  putLength(block.subarray(1 + nonce.length), i);
  return block;
}

function putLength(field: Uint8Array, value: number): void {
  let rest = value;
  for (let i = field.length - 1; i >= 0; i--) {
    field[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}
