import { concat, equal, fromHex, toHex } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import type { RsaPublicKey } from './crypto-types.ts';

/** RFC 8017 for browsers, where WebCrypto is asynchronous. Public values only, so nothing needs constant time. */
const HASH = 32;
/** DER of DigestInfo with SHA-256 before the digest (RFC 8017 section 9.2, note 1). */
const SHA256_INFO = fromHex('3031300d060960864801650304020105000420');

/** What a signature holds once the public key has opened it. */
export interface OpenedSignature {
  /** As long as the modulus. */
  encoded: Uint8Array;
  modulusBits: number;
}

function toInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}

function toBytes(value: bigint, length: number): Uint8Array {
  return fromHex(value.toString(16).padStart(2 * length, '0'));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let [square, rest] = [base, exponent]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** RSAVP1 (RFC 8017 section 5.2.2); null where the signature is out of range for the key. */
export function rsaOpen({ n, e }: RsaPublicKey, signature: Uint8Array): OpenedSignature | null {
  const modulus = toInteger(n);
  const value = toInteger(signature);
  if (signature.length !== n.length || value >= modulus) return null;
  const encoded = toBytes(power(value, toInteger(e), modulus), n.length);
  return { encoded, modulusBits: modulus.toString(2).length };
}

/** EMSA-PKCS1-v1_5 (RFC 8017 section 9.2): the one encoding is made again and compared, so that no slack is left in it. */
export function verifyPkcs1({ encoded }: OpenedSignature, message: Uint8Array): boolean {
  const info = concat(SHA256_INFO, sha256(message));
  const padding = encoded.length - info.length - 3;
  if (padding < 8) return false;
  const expected = concat(
    new Uint8Array([0, 1]),
    new Uint8Array(padding).fill(0xff),
    new Uint8Array([0]),
    info,
  );
  return equal(encoded, expected);
}

/** MGF1 with SHA-256 (RFC 8017 appendix B.2.1). */
function mask(seed: Uint8Array, length: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let i = 0; i * HASH < length; i++) blocks.push(sha256(concat(seed, toBytes(BigInt(i), 4))));
  return concat(...blocks).slice(0, length);
}

/** EMSA-PSS (RFC 8017 section 9.1.2) with SHA-256 and a salt of 32 bytes. */
export function verifyPss({ encoded, modulusBits }: OpenedSignature, message: Uint8Array): boolean {
  const length = Math.ceil((modulusBits - 1) / 8);
  const unused = 8 * length - (modulusBits - 1);
  const whole = encoded.slice(encoded.length - length);
  if (encoded.length > length && encoded[0] !== 0) return false;
  if (length < 2 * HASH + 2 || whole.at(-1) !== 0xbc) return false;
  const masked = whole.slice(0, length - HASH - 1);
  const digest = whole.slice(length - HASH - 1, length - 1);
  const kept = 0xff >> unused;
  if (((masked[0] as number) & ~kept & 0xff) !== 0) return false;
  const stream = mask(digest, masked.length);
  const data = masked.map((byte, i) => byte ^ (stream[i] as number));
  data[0] = (data[0] as number) & kept;
  const zeros = data.length - HASH - 1;
  if (data.subarray(0, zeros).some((byte) => byte !== 0) || data[zeros] !== 1) return false;
  const salt = data.slice(zeros + 1);
  return equal(digest, sha256(concat(new Uint8Array(8), sha256(message), salt)));
}
