import { MalformedEncoding } from './error.ts';

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function table(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}
const STANDARD_VALUES = table(STANDARD);
const URL_SAFE_VALUES = table(URL_SAFE);

const encoder = new TextEncoder();
// `ignoreBOM` keeps a leading U+FEFF: dropping it would make two texts of one note.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet.charAt((buffer >> bits) & 63);
    }
  }
  return bits === 0 ? text : text + alphabet.charAt((buffer << (6 - bits)) & 63);
}

function decode(text: string, length: number, values: Int8Array, form: string): Uint8Array {
  const rest = length % 4;
  if (rest === 1) throw new MalformedEncoding(`not ${form}: impossible length`);
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (values[code] as number) : -1;
    if (value < 0) throw new MalformedEncoding(`not ${form}: character at ${i}`);
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = buffer >> bits;
    }
  }
  // RFC 4648 section 3.5: unused bits must be zero, or two texts would mean the same bytes.
  if ((buffer & ((1 << bits) - 1)) !== 0) throw new MalformedEncoding(`not ${form}: unused bits are set`);
  return bytes;
}

/**
 * Base64 of RFC 4648 section 4, with padding.
 *
 * @example toBase64(utf8('log')) // 'bG9n'
 */
export function toBase64(bytes: Uint8Array): string {
  return encode(bytes, STANDARD) + '='.repeat((3 - (bytes.length % 3)) % 3);
}

/**
 * Reads base64 of RFC 4648 section 4 in its one canonical form: padded, no white space, unused bits zero.
 *
 * @throws MalformedEncoding
 * @example fromBase64('bG9n') // the bytes of 'log'
 */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new MalformedEncoding('not base64: length is not a multiple of 4');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return decode(text, text.length - padding, STANDARD_VALUES, 'base64');
}

/**
 * Base64url of RFC 4648 section 5, without padding, as JOSE writes it.
 *
 * @example toBase64Url(new Uint8Array([255])) // '_w'
 */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE);
}

/**
 * Reads base64url without padding in its one canonical form.
 *
 * @throws MalformedEncoding
 * @example fromBase64Url('_w') // Uint8Array [255]
 */
export function fromBase64Url(text: string): Uint8Array {
  return decode(text, text.length, URL_SAFE_VALUES, 'base64url');
}

/**
 * Lower-case hexadecimal.
 *
 * @example toHex(new Uint8Array([1, 171])) // '01ab'
 */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/**
 * Reads lower-case hexadecimal; upper case is refused so that a value has one spelling.
 *
 * @throws MalformedEncoding
 * @example fromHex('01ab') // Uint8Array [1, 171]
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw new MalformedEncoding('not lower-case hex');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/**
 * Joins byte strings.
 *
 * @example concat(utf8('a'), utf8('b')) // the bytes of 'ab'
 */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * Whether two byte strings are the same. Not constant-time: meant for public values such as hashes.
 *
 * @example equal(utf8('a'), utf8('a')) // true
 */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * The UTF-8 bytes of a text. A lone surrogate becomes U+FFFD, as TextEncoder does.
 *
 * @example utf8('κ') // Uint8Array [206, 186]
 */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * Reads UTF-8 and refuses what is not UTF-8. A byte order mark is kept as U+FEFF.
 *
 * @throws MalformedEncoding
 * @example fromUtf8(new Uint8Array([206, 186])) // 'κ'
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new MalformedEncoding('not UTF-8');
  }
}
