import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

/**
 * A token that binds forms to one browser (`binding`: its session or visit cookie). Each copy is masked with fresh
 * random bytes, so that compressing it beside typed text tells nothing about it (BREACH).
 */
export function makeCsrfToken(secret: Uint8Array, binding: string): string {
  const pad = randomBytes(BYTES);
  const mac = macOf(secret, binding);
  return Buffer.concat([pad, mac.map((byte, i) => byte ^ (pad[i] ?? 0))]).toString('base64url');
}

export function checkCsrfToken(secret: Uint8Array, binding: string, token: string): boolean {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * BYTES) return false;
  const pad = bytes.subarray(0, BYTES);
  const mac = bytes.subarray(BYTES).map((byte, i) => byte ^ (pad[i] ?? 0));
  return timingSafeEqual(mac, macOf(secret, binding));
}

function macOf(secret: Uint8Array, binding: string): Buffer {
  return createHmac('sha256', secret).update('koinon csrf\n').update(binding).digest();
}
