import * as z from 'zod';
import { entityIdSchema } from './entity-id.ts';
import { TrustMarkError } from './error.ts';
import { JWT_KINDS, type JwtSigner, parseJwt, signJwt, verifyJwt } from './jwt.ts';
import type { TrustMarkOwner } from './statement.ts';
import { checkTimes, secondsSchema } from './time.ts';

const claimsSchema = z.looseObject({
  iss: entityIdSchema,
  sub: entityIdSchema,
  trust_mark_type: z.string().min(1).max(1024),
  iat: secondsSchema,
  exp: secondsSchema.optional(),
  ref: z.string().max(2048).optional(),
});
export type DelegationClaims = z.infer<typeof claimsSchema>;

/** An owner's word that another may issue its trust marks. Times in seconds. */
export interface TrustMarkDelegation {
  owner: string;
  issuer: string;
  type: string;
  iat: number;
  lifetime: number;
}

/**
 * Makes and signs a delegation (OpenID Federation section 7.2).
 *
 * @throws JwtError
 * @example const delegation = signDelegation({ owner, issuer, type, iat, lifetime: 30 * 86_400 }, ownerSigner)
 */
export function signDelegation(
  { owner, issuer, type, iat, lifetime }: TrustMarkDelegation,
  signer: JwtSigner,
): string {
  const claims = { iss: owner, sub: issuer, trust_mark_type: type, iat, exp: iat + lifetime };
  return signJwt(JWT_KINDS.trustMarkDelegation, claims, signer);
}

/**
 * Checks that the owner of a type lets the issuer issue it.
 *
 * @throws JwtError, TrustMarkError `invalid-claims`, `foreign-delegation`
 * @example verifyDelegation(mark.delegation, { owner, issuer: mark.iss, type, now })
 */
export function verifyDelegation(
  jws: string,
  { owner, issuer, type, now }: { owner: TrustMarkOwner; issuer: string; type: string; now: number },
): DelegationClaims {
  const parsed = parseJwt(jws, JWT_KINDS.trustMarkDelegation);
  const read = claimsSchema.safeParse(parsed.claims);
  if (!read.success) throw new TrustMarkError('invalid-claims', z.prettifyError(read.error));
  const { iss, sub, trust_mark_type } = read.data;
  if (iss !== owner.sub || sub !== issuer || trust_mark_type !== type) {
    throw new TrustMarkError('foreign-delegation', `${iss} lets ${sub} issue ${trust_mark_type}`);
  }
  verifyJwt(parsed, owner.jwks);
  checkTimes(read.data, now);
  return read.data;
}
