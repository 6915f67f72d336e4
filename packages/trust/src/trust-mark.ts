import * as z from 'zod';
import { entityIdSchema } from './entity-id.ts';
import { TrustMarkError } from './error.ts';
import type { Jwks } from './jwks.ts';
import { JWT_KINDS, type JwtSigner, type ParsedJwt, parseJwt, signJwt, verifyJwt } from './jwt.ts';
import type { StatementClaims } from './statement.ts';
import { checkTimes, STATEMENT_LIFETIME, secondsSchema } from './time.ts';
import { verifyDelegation } from './trust-mark-delegation.ts';

const claimsSchema = z.looseObject({
  iss: entityIdSchema,
  sub: entityIdSchema,
  trust_mark_type: z.string().min(1).max(1024),
  iat: secondsSchema,
  exp: secondsSchema.optional(),
  logo_uri: z.string().max(2048).optional(),
  ref: z.string().max(2048).optional(),
  delegation: z.string().max(JWT_KINDS.trustMarkDelegation.maxBytes).optional(),
});
/** Claims of a trust mark (OpenID Federation section 7.1). */
export type TrustMarkClaims = z.infer<typeof claimsSchema>;

/** What an alliance, or whoever it lets, states about a member: that it may do a thing. */
export interface TrustMark {
  issuer: string;
  subject: string;
  /** URL that names the type and tells people what it means. */
  type: string;
  /** Seconds since 1970. */
  iat: number;
  /** Seconds; a day where it is left out: a mark ends because it is not issued again. */
  lifetime?: number;
  /** Where people read about it. */
  ref?: string;
  /** The owner's word that the issuer may issue it, where the type has an owner. */
  delegation?: string;
}

/**
 * Makes and signs a trust mark.
 *
 * @throws TrustMarkError `invalid-claims`; JwtError
 * @example const jws = signTrustMark({ issuer: alliance, subject: member, type, iat }, signer)
 */
export function signTrustMark(mark: TrustMark, signer: JwtSigner): string {
  const { issuer, subject, type, iat, lifetime = STATEMENT_LIFETIME, ref, delegation } = mark;
  const claims = {
    iss: issuer,
    sub: subject,
    trust_mark_type: type,
    iat,
    exp: iat + lifetime,
    ...(ref !== undefined && { ref }),
    ...(delegation !== undefined && { delegation }),
  };
  const jws = signJwt(JWT_KINDS.trustMark, claims, signer);
  parseTrustMark(jws);
  return jws;
}

/**
 * Reads a trust mark without checking who issued it.
 *
 * @throws JwtError, TrustMarkError `invalid-claims`
 * @example const { claims } = parseTrustMark(entry.trust_mark)
 */
export function parseTrustMark(jws: string): Omit<ParsedJwt, 'claims'> & { claims: TrustMarkClaims } {
  const parsed = parseJwt(jws, JWT_KINDS.trustMark);
  const claims = claimsSchema.safeParse(parsed.claims);
  if (!claims.success) throw new TrustMarkError('invalid-claims', z.prettifyError(claims.error));
  return { ...parsed, claims: claims.data };
}

/** What a trust mark is held against. */
export interface TrustMarkContext {
  /** Entity that shows the mark. */
  subject: string;
  /** Type that the entity says it is of. */
  type: string;
  /** The issuer's federation keys, from a chain to the same anchor. */
  issuerJwks: Jwks;
  /** What the anchor's configuration says about trust marks. */
  anchor: Pick<StatementClaims, 'trust_mark_issuers' | 'trust_mark_owners'>;
  now: number;
}

/**
 * Checks a trust mark (OpenID Federation section 7.3): it is about this entity, of this type, in its time, from an issuer that
 * the anchor accepts for the type, signed with that issuer's key, and, where the type has an owner, delegated by the owner.
 *
 * @throws JwtError, TrustMarkError
 * @example const { exp } = verifyTrustMark(entry.trust_mark, { subject, type: entry.trust_mark_type, issuerJwks, anchor, now })
 */
export function verifyTrustMark(
  jws: string,
  { subject, type, issuerJwks, anchor, now }: TrustMarkContext,
): TrustMarkClaims {
  const mark = parseTrustMark(jws);
  const { claims } = mark;
  if (claims.sub !== subject) throw new TrustMarkError('other-subject', `the mark is for ${claims.sub}`);
  if (claims.trust_mark_type !== type) {
    throw new TrustMarkError('other-type', `the mark is a ${claims.trust_mark_type}`);
  }
  const { trust_mark_issuers: issuers = {}, trust_mark_owners: owners = {} } = anchor;
  const accepted = Object.hasOwn(issuers, type) ? issuers[type] : undefined;
  // An empty list admits every issuer; a type that is not named has none.
  if (!accepted || (accepted.length > 0 && !accepted.includes(claims.iss))) {
    throw new TrustMarkError('unaccepted-issuer', `${claims.iss} may not issue ${type}`);
  }
  verifyJwt(mark, issuerJwks);
  checkTimes(claims, now);
  const owner = Object.hasOwn(owners, type) ? owners[type] : undefined;
  if (owner) {
    if (!claims.delegation) throw new TrustMarkError('missing-delegation', `${type} belongs to ${owner.sub}`);
    verifyDelegation(claims.delegation, { owner, issuer: claims.iss, type, now });
  }
  return claims;
}
