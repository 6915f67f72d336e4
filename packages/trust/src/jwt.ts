import { MalformedJws, parseCompactJws } from '@koinon/records';
import { toBase64Url, utf8 } from '@koinon/transparency-log';
import * as z from 'zod';
import { JwtError } from './error.ts';
import { isTooDeep } from './json.ts';
import { findKey, type Jwks, type NamedJwk } from './jwks.ts';
import { ALGORITHMS, type Algorithm, fitsAlgorithm, verifySignature } from './signature.ts';

/** One use of signed JWTs. A token of one kind is never taken for another: `typ` is required and compared. */
export interface JwtKind {
  typ: string;
  mediaType: string;
  algorithms: readonly Algorithm[];
  /** Longest token, in bytes of its compact form. */
  maxBytes: number;
}

function kind(name: string, maxBytes: number): JwtKind {
  return { typ: name, mediaType: `application/${name}`, algorithms: ALGORITHMS, maxBytes };
}

/** Every kind of signed JWT that this package reads or makes. */
export const JWT_KINDS = {
  entityStatement: kind('entity-statement+jwt', 65_536),
  trustMark: kind('trust-mark+jwt', 16_384),
  trustMarkDelegation: kind('trust-mark-delegation+jwt', 16_384),
  keyHistory: kind('jwk-set+jwt', 65_536),
  handOver: kind('koinon-hand-over+jwt', 16_384),
} as const satisfies Record<string, JwtKind>;

const headerSchema = z.looseObject({
  alg: z.string(),
  typ: z.string().optional(),
  kid: z.string().optional(),
});
const claimsSchema = z.record(z.string(), z.unknown());

/** Header parameters that change what the token means, or that statements of a chain must not carry. */
const REFUSED_HEADERS = ['crit', 'b64', 'trust_chain', 'peer_trust_chain'];

/** A signed JWT, read and not yet verified. */
export interface ParsedJwt {
  header: { alg: Algorithm; typ: string; kid: string };
  claims: Record<string, unknown>;
  jws: string;
  signingInput: Uint8Array;
  signature: Uint8Array;
}

/** A key that signs JWTs, wherever it lives. `sign` gets the signing input and returns the raw JOSE signature. */
export interface JwtSigner {
  kid: string;
  alg: Algorithm;
  sign(bytes: Uint8Array): Uint8Array;
}

function compact(jws: string) {
  try {
    return parseCompactJws(jws);
  } catch (error) {
    if (error instanceof MalformedJws) throw new JwtError('malformed', error.message);
    throw error;
  }
}

function readHeader(value: unknown, { typ, algorithms }: JwtKind): ParsedJwt['header'] {
  const header = headerSchema.safeParse(value);
  if (!header.success) throw new JwtError('malformed', z.prettifyError(header.error));
  const { alg, kid } = header.data;
  if (header.data.typ !== typ) throw new JwtError('wrong-typ', `typ is ${header.data.typ}, not ${typ}`);
  const known = algorithms.find((name) => name === alg);
  if (!known) throw new JwtError('wrong-alg', `alg is ${alg}`);
  if (!kid) throw new JwtError('missing-kid', 'the header names no key');
  const refused = REFUSED_HEADERS.find((name) => Object.hasOwn(header.data, name));
  if (refused) throw new JwtError('unsupported-header', `the header has ${refused}`);
  return { alg: known, typ, kid };
}

/**
 * Reads a signed JWT of one kind without checking its signature: size, form, `typ`, `alg` of the fixed list, `kid`.
 *
 * @throws JwtError `too-large`, `malformed`, `too-deep`, `wrong-typ`, `wrong-alg`, `missing-kid`, `unsupported-header`
 * @example const { claims } = parseJwt(jws, JWT_KINDS.trustMark)
 */
export function parseJwt(jws: string, kind: JwtKind): ParsedJwt {
  if (jws.length > kind.maxBytes) throw new JwtError('too-large', `the token has ${jws.length} bytes`);
  const { header, payload, signingInput, signature } = compact(jws);
  if (isTooDeep(payload)) throw new JwtError('too-deep', 'the claims are nested too deeply');
  const checked = readHeader(header, kind);
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) throw new JwtError('malformed', 'the claims are no object');
  return { header: checked, claims: payload as Record<string, unknown>, jws, signingInput, signature };
}

/**
 * What came of a signature, by the bytes it covers: in a chain one key vouches for the same statement in several places, and
 * checking a signature is what costs. Nothing is remembered longer than the statement.
 */
const verdicts = new WeakMap<Uint8Array, { signature: Uint8Array; byKey: Map<string, boolean> }>();

function material(key: NamedJwk): string {
  return key.kty === 'RSA' ? `${key.n} ${key.e}` : `${key.x} ${key.kty === 'EC' ? key.y : ''}`;
}

function isSignedBy({ header, signingInput, signature }: ParsedJwt, key: NamedJwk): boolean {
  let known = verdicts.get(signingInput);
  if (known?.signature !== signature) {
    known = { signature, byKey: new Map() };
    verdicts.set(signingInput, known);
  }
  const name = `${header.alg} ${material(key)}`;
  const verdict = known.byKey.get(name) ?? verifySignature(header.alg, key, signingInput, signature);
  known.byKey.set(name, verdict);
  return verdict;
}

/**
 * Checks the signature by the one key of the set that the header names. Keys come from the set alone, never from the token.
 *
 * @throws JwtError `unknown-kid`, `unfit-key`, `bad-signature`
 * @example verifyJwt(parseJwt(jws, JWT_KINDS.trustMark), issuer.jwks)
 */
export function verifyJwt(jwt: ParsedJwt, jwks: Jwks): void {
  const { header } = jwt;
  const key = findKey(jwks, header.kid);
  if (!key) throw new JwtError('unknown-kid', `no key ${header.kid}`);
  if (!fitsAlgorithm(key, header.alg)) {
    throw new JwtError('unfit-key', `the key ${header.kid} is not for ${header.alg}`);
  }
  if (!isSignedBy(jwt, key)) {
    throw new JwtError('bad-signature', 'the signature does not verify');
  }
}

/**
 * Signs claims as a JWT of one kind.
 *
 * @throws JwtError `wrong-alg`, `too-large`
 * @example const jws = signJwt(JWT_KINDS.entityStatement, claims, { kid, alg: 'EdDSA', sign })
 */
export function signJwt(kind: JwtKind, claims: object, signer: JwtSigner): string {
  if (!kind.algorithms.includes(signer.alg)) throw new JwtError('wrong-alg', `alg is ${signer.alg}`);
  const json = (value: unknown): string => toBase64Url(utf8(JSON.stringify(value)));
  const input = `${json({ alg: signer.alg, kid: signer.kid, typ: kind.typ })}.${json(claims)}`;
  const jws = `${input}.${toBase64Url(signer.sign(utf8(input)))}`;
  if (jws.length > kind.maxBytes) throw new JwtError('too-large', `the token has ${jws.length} bytes`);
  return jws;
}
