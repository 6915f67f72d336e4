import { ed25519Verify, mlDsa44 } from '#crypto';
import { fromBase64, utf8 } from './bytes.ts';
import { verifyCosignature } from './cosignature.ts';
import { NoteError } from './error.ts';
import type { Verifier } from './note.ts';
import { COSIGNATURE_ML_DSA_44, ED25519, isKeyName, isKeyType, keyId, PUBLIC_KEY_BYTES } from './note-key.ts';

function malformed(message: string): never {
  throw new NoteError('malformed-key', message);
}

function keyBytes(encoded: string): Uint8Array {
  try {
    return fromBase64(encoded);
  } catch {
    return malformed('the key is not base64');
  }
}

/**
 * Reads a verifier key: `name+id+base64`, of type 0x01 (Ed25519), 0x04 or 0x06 (cosignatures). The id must be that of the
 * name and key, and the encoding canonical, so that a key has one text.
 *
 * @throws NoteError `malformed-key`, `unknown-key-type`
 * @example parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8').name
 */
export function parseVerifierKey(vkey: string): Verifier {
  // Base64 may itself hold '+': only the first two separate.
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(vkey) ?? malformed('not name+id+key');
  const [, name = '', hex = '', encoded = ''] = match;
  if (!isKeyName(name)) malformed('not a key name');
  const bytes = keyBytes(encoded);
  const type = bytes[0] ?? malformed('the key is empty');
  const publicKey = bytes.slice(1);
  const id = Number.parseInt(hex, 16);
  if (keyId(name, type, publicKey) !== id) malformed('the id is not that of the key');
  if (!isKeyType(type)) throw new NoteError('unknown-key-type', `signature type ${type} is not known`);
  if (publicKey.length !== PUBLIC_KEY_BYTES[type]) malformed('wrong length of the public key');
  return {
    name,
    id,
    type,
    publicKey,
    vkey,
    usable: type !== COSIGNATURE_ML_DSA_44 || mlDsa44.available,
    verify(text, signature) {
      const bytesOfText = typeof text === 'string' ? utf8(text) : text;
      return type === ED25519
        ? ed25519Verify(publicKey, bytesOfText, signature)
        : verifyCosignature({ name, type, publicKey }, bytesOfText, signature);
    },
  };
}
