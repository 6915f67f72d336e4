import { concat, equal } from '@koinon/transparency-log';
import { cbc, ctr } from '@noble/ciphers/aes.js';

const TAG = 8;
const BLOCK = 16;

/**
 * AES-256-CCM without associated data, tag of 8 bytes appended (RFC 3610; M = 8, L = 15 - nonce length): CBC-MAC and CTR of
 * a library, put together here because browsers have no CCM.
 * @param key 32 bytes
 * @param nonce 7 to 13 bytes
 */
export function ccmEncrypt(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const tag = mac(key, nonce, plaintext);
  return concat(ctr(key, counter(nonce, 1)).encrypt(plaintext), ctr(key, counter(nonce, 0)).encrypt(tag));
}

/** The plaintext, or undefined where the tag does not match. */
export function ccmDecrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
): Uint8Array | undefined {
  if (ciphertext.length < TAG) return undefined;
  const split = ciphertext.length - TAG;
  const plaintext = ctr(key, counter(nonce, 1)).decrypt(ciphertext.subarray(0, split));
  const tag = ctr(key, counter(nonce, 0)).decrypt(ciphertext.subarray(split));
  return equal(tag, mac(key, nonce, plaintext)) ? plaintext : undefined;
}

/** RFC 3610 section 2.2: CBC-MAC over B_0 and the padded message, cut to the tag's length. */
function mac(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const lengthBytes = BLOCK - 1 - nonce.length;
  const blocks = new Uint8Array(BLOCK + Math.ceil(plaintext.length / BLOCK) * BLOCK);
  blocks[0] = 8 * ((TAG - 2) / 2) + (lengthBytes - 1);
  blocks.set(nonce, 1);
  putLength(blocks.subarray(1 + nonce.length, BLOCK), plaintext.length);
  blocks.set(plaintext, BLOCK);
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
