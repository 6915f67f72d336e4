import * as z from 'zod';
import { KeyError, StatementError, type StatementErrorCode } from './error.ts';
import { type Jwks, parseJwks } from './jwks.ts';
import { JWT_KINDS, type ParsedJwt, parseJwt, verifyJwt } from './jwt.ts';
import type { PolicyClaims } from './policy/policy.ts';
import {
  CLAIM_CODES,
  CONFIGURATION_ONLY,
  type Constraints,
  type Metadata,
  REGISTRATION_ONLY,
  SUBORDINATE_ONLY,
  statementClaimsSchema,
  type TrustMarkEntry,
} from './statement-schema.ts';

type Checked = z.infer<typeof statementClaimsSchema>;

/** Who owns a type of trust marks, and the keys that delegate its issuing. */
export interface TrustMarkOwner {
  sub: string;
  jwks: Jwks;
}

/** Claims of an entity statement that keeps the rules of its kind. Times are seconds since 1970. */
export interface StatementClaims extends PolicyClaims {
  iss: string;
  sub: string;
  iat: number;
  exp: number;
  jwks: Jwks;
  metadata?: Metadata;
  authority_hints?: readonly string[];
  trust_anchor_hints?: readonly string[];
  trust_marks?: readonly TrustMarkEntry[];
  trust_mark_issuers?: Readonly<Record<string, readonly string[]>>;
  trust_mark_owners?: Readonly<Record<string, TrustMarkOwner>>;
  constraints?: Constraints;
  source_endpoint?: string;
  /** Claims that are not known here, and not critical. */
  [claim: string]: unknown;
}

/** An entity statement, read: the entity's own configuration where `iss` is `sub`, else a superior's word about it. */
export interface EntityStatement extends Omit<ParsedJwt, 'claims'> {
  kind: 'configuration' | 'subordinate';
  claims: StatementClaims;
}

function schemaError(error: z.ZodError): StatementError {
  const claim = String(error.issues[0]?.path[0] ?? '');
  const code: StatementErrorCode = Object.hasOwn(CLAIM_CODES, claim)
    ? CLAIM_CODES[claim as keyof typeof CLAIM_CODES]
    : 'invalid-claims';
  return new StatementError(code, z.prettifyError(error), claim || null);
}

function keysOf(value: unknown, claim: string): Jwks {
  try {
    return parseJwks(value);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new StatementError('invalid-keys', `${error.code}: ${error.message}`, claim);
  }
}

function ownersOf(owners: NonNullable<Checked['trust_mark_owners']>): Record<string, TrustMarkOwner> {
  return Object.fromEntries(
    Object.entries(owners).map(([type, { sub, jwks }]) => [
      type,
      { sub, jwks: keysOf(jwks, 'trust_mark_owners') },
    ]),
  );
}

function checkPlacement(claims: Checked, kind: EntityStatement['kind']): void {
  const others = kind === 'configuration' ? SUBORDINATE_ONLY : CONFIGURATION_ONLY;
  const misplaced = [...others, ...REGISTRATION_ONLY].find((name) => Object.hasOwn(claims, name));
  if (misplaced) {
    throw new StatementError('misplaced-claim', `a ${kind} statement never has ${misplaced}`, misplaced);
  }
}

/** No extension of the claims is understood here, so every critical one refuses the statement (section 13.4). */
function checkCritical({ crit }: Checked): void {
  if (crit) throw new StatementError('unsupported-crit', `critical: ${crit.join(', ')}`, 'crit');
}

/**
 * Reads an entity statement (OpenID Federation 1.1 section 3.2) without checking signature or time. Unknown claims that are
 * not critical are kept.
 *
 * @throws JwtError as `parseJwt`; StatementError
 * @example const { kind, claims } = parseEntityStatement(jws)
 */
export function parseEntityStatement(jws: string): EntityStatement {
  const parsed = parseJwt(jws, JWT_KINDS.entityStatement);
  const checked = statementClaimsSchema.safeParse(parsed.claims);
  if (!checked.success) throw schemaError(checked.error);
  const { iss, sub, jwks, trust_mark_owners: owners } = checked.data;
  const kind = iss === sub ? 'configuration' : 'subordinate';
  checkPlacement(checked.data, kind);
  checkCritical(checked.data);
  const claims = {
    ...checked.data,
    jwks: keysOf(jwks, 'jwks'),
    ...(owners && { trust_mark_owners: ownersOf(owners) }),
  } as StatementClaims;
  return { ...parsed, kind, claims };
}

/**
 * Reads the configuration of the entity that was asked for: about itself, and signed with a key that it lists. This alone is
 * no reason to trust it.
 *
 * @throws JwtError, StatementError `not-a-configuration`, `other-entity`
 * @example const { claims } = parseConfiguration(jws, 'https://node.example')
 */
export function parseConfiguration(jws: string, entityId: string): EntityStatement {
  const statement = parseEntityStatement(jws);
  const { kind, claims } = statement;
  if (kind !== 'configuration') throw new StatementError('not-a-configuration', 'iss and sub differ', 'sub');
  if (claims.sub !== entityId) {
    throw new StatementError('other-entity', `the configuration is that of ${claims.sub}`, 'sub');
  }
  verifyJwt(statement, claims.jwks);
  return statement;
}

/**
 * Reads what `issuer` states about `subject`, signed with one of the given keys.
 *
 * @throws JwtError, StatementError `not-a-subordinate-statement`, `other-entity`
 * @example const { claims } = parseSubordinate(jws, { issuer, subject, jwks: pinned })
 */
export function parseSubordinate(
  jws: string,
  { issuer, subject, jwks }: { issuer: string; subject: string; jwks: Jwks },
): EntityStatement {
  const statement = parseEntityStatement(jws);
  const { kind, claims } = statement;
  if (kind !== 'subordinate') {
    throw new StatementError('not-a-subordinate-statement', 'iss and sub are the same', 'sub');
  }
  if (claims.iss !== issuer) throw new StatementError('other-entity', `stated by ${claims.iss}`, 'iss');
  if (claims.sub !== subject) throw new StatementError('other-entity', `is about ${claims.sub}`, 'sub');
  verifyJwt(statement, jwks);
  return statement;
}
