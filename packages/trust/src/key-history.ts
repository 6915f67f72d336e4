import * as z from 'zod';
import { entityIdSchema } from './entity-id.ts';
import { StatementError } from './error.ts';
import { type Jwks, type NamedJwk, parseJwks } from './jwks.ts';
import { JWT_KINDS, type JwtSigner, parseJwt, signJwt, verifyJwt } from './jwt.ts';
import { CLOCK_SKEW, checkTimes, secondsSchema } from './time.ts';

const revokedSchema = z.looseObject({ revoked_at: secondsSchema, reason: z.string().max(64).optional() });
const claimsSchema = z.looseObject({
  iss: entityIdSchema,
  iat: secondsSchema,
  keys: z
    .array(
      z.looseObject({ iat: secondsSchema.optional(), exp: secondsSchema, revoked: revokedSchema.optional() }),
    )
    .min(1)
    .max(1024),
});

/** A key that an entity used: from `iat` (where known) until `exp`, or until it was revoked. Seconds since 1970. */
export interface PastKey {
  jwk: NamedJwk;
  iat: number | null;
  exp: number;
  revoked: { at: number; reason: string | null } | null;
}

/**
 * Signs the history of an entity's federation keys (OpenID Federation section 8.7), for those who read old statements.
 *
 * @throws JwtError
 * @example const jws = signKeyHistory({ entityId, iat, keys }, signer)
 */
export function signKeyHistory(
  { entityId, iat, keys }: { entityId: string; iat: number; keys: readonly PastKey[] },
  signer: JwtSigner,
): string {
  const listed = keys.map((key) => ({
    ...key.jwk,
    ...(key.iat !== null && { iat: key.iat }),
    exp: key.exp,
    ...(key.revoked && {
      revoked: {
        revoked_at: key.revoked.at,
        ...(key.revoked.reason !== null && { reason: key.revoked.reason }),
      },
    }),
  }));
  return signJwt(JWT_KINDS.keyHistory, { iss: entityId, iat, keys: listed }, signer);
}

/**
 * Reads the key history of an entity, signed with one of its keys of today.
 *
 * @throws JwtError, KeyError; StatementError `invalid-claims`, `other-entity`
 * @example const history = readKeyHistory(jws, { entityId, jwks: chain.jwks, now })
 */
export function readKeyHistory(
  jws: string,
  { entityId, jwks, now }: { entityId: string; jwks: Jwks; now: number },
): PastKey[] {
  const parsed = parseJwt(jws, JWT_KINDS.keyHistory);
  const read = claimsSchema.safeParse(parsed.claims);
  if (!read.success) throw new StatementError('invalid-claims', z.prettifyError(read.error));
  const { iss, keys } = read.data;
  if (iss !== entityId) throw new StatementError('other-entity', `the history is that of ${iss}`, 'iss');
  verifyJwt(parsed, jwks);
  checkTimes(read.data, now);
  return keys.map(({ iat, exp, revoked, ...jwk }): PastKey => {
    const [key] = parseJwks({ keys: [jwk] }).keys as [NamedJwk];
    return {
      jwk: key,
      iat: iat ?? null,
      exp,
      revoked: revoked ? { at: revoked.revoked_at, reason: revoked.reason ?? null } : null,
    };
  });
}

/**
 * The key that was valid under `kid` at a time, or null: a revoked key is valid for nothing from its revocation on, and for
 * nothing at all where it was compromised, because then nobody can tell when.
 *
 * @example pastKeyAt(history, header.kid, claims.iat)
 */
export function pastKeyAt(history: readonly PastKey[], kid: string, at: number): NamedJwk | null {
  const key = history.find(({ jwk }) => jwk.kid === kid);
  if (!key || at >= key.exp || (key.iat !== null && at < key.iat - CLOCK_SKEW)) return null;
  if (key.revoked && (key.revoked.reason === 'compromised' || at >= key.revoked.at)) return null;
  return key.jwk;
}
