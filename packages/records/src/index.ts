/**
 * Records: one signed public act each, as a compact JWS (RFC 7515) that is itself the entry of a transparency log; salted
 * commitments in place of personal data (RFC 9901); receipts that prove a record offline. Pure functions: no input or
 * output, no clock, no randomness.
 *
 * @example
 * const jws = signRecord({ iss, iat, jti, kind: 'practices/practice@1', sub, body }, { kid, sign })
 * const result = verifyReceipt(receipt, { policy, jwks })
 */
export * from './check-entry.ts';
export * from './disclosure.ts';
export * from './envelope.ts';
export * from './error.ts';
export * from './jwks.ts';
export * from './jws.ts';
export * from './key-history.ts';
export * from './keys.ts';
export * from './receipt.ts';
export * from './schema.ts';
export * from './verify.ts';
