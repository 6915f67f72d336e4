import * as z from 'zod';
import { InvalidKey } from './error.ts';
import { type Ed25519Jwk, jwkFromPublicKey, type KeySpan, publicKeyFromJwk } from './keys.ts';

const index = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

const recordJwksSchema = z.looseObject({
  keys: z.array(
    z.looseObject({
      kid: z.string().optional(),
      from_index: index.optional(),
      until_index: index.nullable().optional(),
    }),
  ),
});

/** A record key in a JWK set (RFC 7517), with the part of the log it is valid for: from included, until excluded. */
export type RecordJwk = Ed25519Jwk & {
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
  from_index: number;
  until_index: number | null;
};

/**
 * The JWK set of a node's record keys.
 *
 * @throws InvalidKey where a public key is not 32 bytes
 * @example response.json(jwksFromKeys(spans))
 */
export function jwksFromKeys(keys: readonly KeySpan[]): { keys: RecordJwk[] } {
  return {
    keys: keys.map(({ kid, publicKey, fromIndex, untilIndex }) => ({
      ...jwkFromPublicKey(publicKey),
      kid,
      alg: 'EdDSA',
      use: 'sig',
      from_index: fromIndex,
      until_index: untilIndex,
    })),
  };
}

/**
 * The Ed25519 keys of a JWK set. Keys of other kinds, and keys without `kid`, are left out; a key that does not state its
 * part of the log is taken as valid for all of it.
 *
 * @throws InvalidKey where the value is no JWK set
 * @example const keys = keysFromJwks(JSON.parse(await readFile('jwks.json', 'utf8')))
 */
export function keysFromJwks(jwks: unknown): KeySpan[] {
  const parsed = recordJwksSchema.safeParse(jwks);
  if (!parsed.success) throw new InvalidKey(`not a JWK set: ${z.prettifyError(parsed.error)}`);
  return parsed.data.keys.flatMap(({ kid, from_index, until_index, ...jwk }) => {
    if (kid === undefined || jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519') return [];
    const publicKey = publicKeyFromJwk(jwk);
    return [{ kid, publicKey, fromIndex: from_index ?? 0, untilIndex: until_index ?? null }];
  });
}
