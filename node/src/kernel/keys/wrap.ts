import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { WrongMasterKey } from './error.ts';

const NONCE = 12;
const TAG = 16;

/**
 * Wraps a secret with AES-256-GCM: nonce, ciphertext, tag. `context` (purpose, id, algorithm) is authenticated, so that
 * a wrapped key cannot be moved to another purpose inside the database.
 */
export function wrapKey(master: Uint8Array, secret: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** @throws WrongMasterKey */
export function unwrapKey(master: Uint8Array, wrapped: Uint8Array, context: string): Uint8Array {
  try {
    const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, NONCE))
      .setAAD(Buffer.from(context))
      .setAuthTag(wrapped.subarray(wrapped.length - TAG));
    const secret = decipher.update(wrapped.subarray(NONCE, wrapped.length - TAG));
    return Uint8Array.from(Buffer.concat([secret, decipher.final()]));
  } catch {
    throw new WrongMasterKey();
  }
}
