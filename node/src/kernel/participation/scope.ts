import { createHmac } from 'node:crypto';
import type { Assurance } from '../identity/level.ts';

/**
 * What one participation is for: `rate` tokens a person for this process. Shaped as rate-limited tokens are (RFC 9576),
 * so that tokens which the home node signs blindly can take the place of the account.
 */
export interface Scope {
  /** Path of the process at this node. */
  process: string;
  rate: 1;
}

export function scopeOf(process: string): Scope {
  return { process, rate: 1 };
}

/** Somebody inside one process: always the same there, and nobody whom another process knows. */
export interface ParticipantActor {
  type: 'participant';
  process: string;
  pseudonym: string;
  assurance: Assurance;
}

/** HMAC-SHA-256 under the key of the process, base64url. `process` is its full address. */
export function pseudonymOf(
  key: Uint8Array,
  process: string,
  person: { issuer: string; subject: string },
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([process, person.issuer, person.subject]))
    .digest('base64url');
}
