import { sha256 } from '#crypto';
import { concat, toBase64, utf8 } from './bytes.ts';
import { NoteError } from './error.ts';

/** Signature types of signed-note that this package signs and verifies. */
export const ED25519 = 0x01 as const;
export const COSIGNATURE_ED25519 = 0x04 as const;
export const COSIGNATURE_ML_DSA_44 = 0x06 as const;
export type KeyType = typeof ED25519 | typeof COSIGNATURE_ED25519 | typeof COSIGNATURE_ML_DSA_44;

export const PUBLIC_KEY_BYTES: Readonly<Record<KeyType, number>> = { 1: 32, 4: 32, 6: 1312 };

// biome-ignore lint/suspicious/noControlCharactersInRegex: a note with one is refused, so no key can be named so
const FORBIDDEN_IN_NAME = /[\p{White_Space}+\x00-\x1f]/u;

export function isKeyType(type: number): type is KeyType {
  return type === ED25519 || type === COSIGNATURE_ED25519 || type === COSIGNATURE_ML_DSA_44;
}

/**
 * Whether a text can name a key: not empty, no Unicode white space, no plus sign; a control character would break every note
 * that carried it.
 *
 * @example isKeyName('node.example/log') // true
 */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !FORBIDDEN_IN_NAME.test(name);
}

/**
 * Key id: the first four bytes of H(name || 0x0A || type || public key), big-endian (signed-note).
 *
 * @example keyId('node.example/log', ED25519, publicKey).toString(16)
 */
export function keyId(name: string, type: number, publicKey: Uint8Array): number {
  const digest = sha256(concat(utf8(name), new Uint8Array([0x0a, type]), publicKey));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

function idBytes(id: number): Uint8Array {
  return new Uint8Array([id >>> 24, (id >>> 16) & 255, (id >>> 8) & 255, id & 255]);
}

/**
 * The text form of a public key: name, hexadecimal id, and base64 of type and key, joined by plus signs (signed-note).
 *
 * @throws NoteError `malformed-key`
 * @example verifierKey('node.example/log', ED25519, publicKey) // 'node.example/log+0a1b2c3d+AQ…'
 */
export function verifierKey(name: string, type: KeyType, publicKey: Uint8Array): string {
  if (!isKeyName(name))
    throw new NoteError('malformed-key', 'a key name has no white space and no plus sign');
  if (publicKey.length !== PUBLIC_KEY_BYTES[type])
    throw new NoteError('malformed-key', 'wrong length of the public key');
  const id = keyId(name, type, publicKey).toString(16).padStart(8, '0');
  return `${name}+${id}+${toBase64(concat(new Uint8Array([type]), publicKey))}`;
}

/**
 * One signature line of a note, with its final newline.
 *
 * @example signatureLine('node.example/log', id, signature) // '— node.example/log …\n'
 */
export function signatureLine(name: string, id: number, signature: Uint8Array): string {
  return `\u2014 ${name} ${toBase64(concat(idBytes(id), signature))}\n`;
}
