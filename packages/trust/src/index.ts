/**
 * Trust between nodes with no hub: OpenID Federation 1.1. Entity statements, trust chains against pinned anchor keys, metadata
 * policy, constraints, trust marks, roll-over of keys, and resolution as a state machine whose caller fetches. Pure functions:
 * no input or output, no clock, no randomness. Times are seconds since 1970.
 *
 * @example
 * const { chain, decision } = validateChain([configuration, statement, anchor], { anchors, now })
 */
export * from './chain.ts';
export { checkMetadata } from './check-metadata.ts';
export { allowTypes, hostMatches, nameAllowed } from './constraints.ts';
export type { TrustDecision, TrustStep, TrustStepCode } from './decision.ts';
export { configurationUrl, endpointSchema, entityIdSchema, fetchUrl, isEntityId } from './entity-id.ts';
export * from './error.ts';
export { type Budget, DEFAULT_BUDGET, type FetchAnswer, type FetchRequest } from './fetch-plan.ts';
export * from './hand-over.ts';
export { type Json, jsonEqual, MAX_DEPTH } from './json.ts';
export { jwkThumbprint, type PublicJwk, parsePublicJwk } from './jwk.ts';
export { findKey, type Jwks, MAX_KEYS, type NamedJwk, parseJwks } from './jwks.ts';
export * from './jwt.ts';
export * from './key-history.ts';
export * from './koinon-metadata.ts';
export * from './make-statement.ts';
export * from './pin.ts';
export * from './policy/policy.ts';
export * from './resolve.ts';
export * from './roll-over.ts';
export { ALGORITHMS, type Algorithm, fitsAlgorithm, verifySignature } from './signature.ts';
export * from './statement.ts';
export type { Constraints, Metadata, TrustMarkEntry } from './statement-schema.ts';
export { CLOCK_SKEW, checkTimes, REFRESH_AT, refreshTime, STATEMENT_LIFETIME } from './time.ts';
export * from './trust-mark.ts';
export * from './trust-mark-delegation.ts';
