import type { Jwks } from './jwks.ts';
import { JWT_KINDS, type JwtSigner, signJwt } from './jwt.ts';
import { type EntityStatement, parseEntityStatement } from './statement.ts';
import type { Constraints, Metadata, TrustMarkEntry } from './statement-schema.ts';
import { STATEMENT_LIFETIME } from './time.ts';

interface Common {
  /** Seconds since 1970. */
  iat: number;
  /** Seconds; a day where it is left out. */
  lifetime?: number;
}

/** What an entity says about itself. */
export interface Configuration extends Common {
  entityId: string;
  /** All keys that the entity signs statements with, now or soon: a new one is listed before it signs. */
  jwks: Jwks;
  metadata: Metadata;
  /** Superiors that are asked for a statement about the entity; none for an anchor, or where trust is bilateral. */
  authorityHints?: readonly string[];
  trustMarks?: readonly TrustMarkEntry[];
  /** Of an anchor: who may issue each type of trust marks; an empty list admits everyone. */
  trustMarkIssuers?: Readonly<Record<string, readonly string[]>>;
  /** Of an anchor: owners of types of trust marks, who delegate issuing them. */
  trustMarkOwners?: Readonly<Record<string, { sub: string; jwks: Jwks }>>;
}

/** What a superior says about a subordinate. */
export interface SubordinateStatement extends Common {
  issuer: string;
  subject: string;
  /** Keys of the subject, as the superior has checked them. */
  jwks: Jwks;
  metadata?: Metadata;
  metadataPolicy?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  /** Operators beyond the standard ones that readers must understand, or refuse the chain. */
  metadataPolicyCrit?: readonly string[];
  constraints?: Constraints;
  sourceEndpoint?: string;
}

function times({ iat, lifetime }: Common): { iat: number; exp: number } {
  return { iat, exp: iat + (lifetime ?? STATEMENT_LIFETIME) };
}

function present(claims: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

/**
 * Claims of an entity configuration, unsigned.
 *
 * @example configurationClaims({ entityId: 'https://node.example', iat, jwks, metadata }).iss // 'https://node.example'
 */
export function configurationClaims(configuration: Configuration): Record<string, unknown> {
  const { entityId, jwks, metadata, authorityHints, trustMarks } = configuration;
  return present({
    iss: entityId,
    sub: entityId,
    ...times(configuration),
    jwks,
    metadata,
    authority_hints: authorityHints?.length ? authorityHints : undefined,
    trust_marks: trustMarks?.length ? trustMarks : undefined,
    trust_mark_issuers: configuration.trustMarkIssuers,
    trust_mark_owners: configuration.trustMarkOwners,
  });
}

/**
 * Claims of a subordinate statement, unsigned.
 *
 * @example subordinateClaims({ issuer: anchor, subject: node, iat, jwks }).sub // node
 */
export function subordinateClaims(statement: SubordinateStatement): Record<string, unknown> {
  return present({
    iss: statement.issuer,
    sub: statement.subject,
    ...times(statement),
    jwks: statement.jwks,
    metadata: statement.metadata,
    metadata_policy: statement.metadataPolicy,
    metadata_policy_crit: statement.metadataPolicyCrit,
    constraints: statement.constraints,
    source_endpoint: statement.sourceEndpoint,
  });
}

/**
 * Signs claims as an entity statement, and reads it back, so that nothing leaves that we would refuse ourselves.
 *
 * @throws JwtError, StatementError
 * @example const jws = signStatement(configurationClaims(configuration), { kid, alg: 'EdDSA', sign })
 */
export function signStatement(claims: Readonly<Record<string, unknown>>, signer: JwtSigner): string {
  const jws = signJwt(JWT_KINDS.entityStatement, claims, signer);
  parseEntityStatement(jws);
  return jws;
}

/**
 * The statement a superior makes about an entity whose configuration it has checked: the keys are those of the configuration.
 *
 * @example subordinateFor(parseConfiguration(jws, subject), { issuer, iat })
 */
export function subordinateFor(
  { claims }: EntityStatement,
  rest: Omit<SubordinateStatement, 'subject' | 'jwks'>,
): Record<string, unknown> {
  return subordinateClaims({ ...rest, subject: claims.sub, jwks: claims.jwks });
}
