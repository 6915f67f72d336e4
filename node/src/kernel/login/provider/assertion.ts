import { z } from 'zod';
import { CLIENT_ALGORITHMS } from './client-metadata.ts';

/** Seconds that an assertion may still be good for, and by which clocks may differ. */
const LONGEST = 300;
const SKEW = 60;

const header = z.object({ alg: z.enum(CLIENT_ALGORITHMS), kid: z.string().max(200).optional() });
const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.string(),
  jti: z.string().min(1).max(200),
  exp: z.number(),
});

/**
 * Why a client assertion cannot be good whatever its key is, or null. Looked at before anything is fetched for its client, so
 * that an assertion for another node, or an old one, sets nothing in motion (RFC 7523 section 3; FAPI 2.0 section 5.3.2.1:
 * one audience, the issuer).
 */
export function assertionFault(
  jwt: string,
  { client, audience, now }: { client: string; audience: string; now: number },
): string | null {
  const parts = jwt.length <= 4096 ? jwt.split('.') : [];
  if (parts.length !== 3 || parts.some((part) => !/^[A-Za-z0-9_-]+$/.test(part))) return 'no compact JWS';
  const [head, body] = parts.slice(0, 2).map(readJson);
  if (!header.safeParse(head).success) return 'header';
  const parsed = claims.safeParse(body);
  if (!parsed.success) return 'claims';
  const { iss, sub, aud, exp } = parsed.data;
  if (iss !== client || sub !== client) return 'iss and sub must be the client';
  if (aud !== audience) return 'aud must be the entity identifier';
  if (exp <= now - SKEW) return 'expired';
  return exp > now + LONGEST + SKEW ? 'exp is too far ahead' : null;
}

/** The key that an assertion names; null where it names none, or is none. */
export function assertionKey(jwt: string): string | null {
  const parsed = header.safeParse(readJson(jwt.slice(0, 1000).split('.', 1)[0] ?? ''));
  return parsed.success ? (parsed.data.kid ?? null) : null;
}

function readJson(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}
