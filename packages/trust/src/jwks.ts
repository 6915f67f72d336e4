import * as z from 'zod';
import { KeyError } from './error.ts';
import { type PublicJwk, parsePublicJwk } from './jwk.ts';

/** A key with its name. */
export type NamedJwk = PublicJwk & { kid: string };

/** A JWK set (RFC 7517 section 5) in which every name stands for one key. */
export interface Jwks {
  keys: NamedJwk[];
}

/** Keys of one entity; far more than a roll-over needs, and few enough to be cheap. */
export const MAX_KEYS = 32;

const setSchema = z.looseObject({ keys: z.array(z.unknown()) });
const namedSchema = z.looseObject({ kid: z.string().min(1).max(256) });

function kidOf(value: unknown): string | null {
  return namedSchema.safeParse(value).data?.kid ?? null;
}

/** Null for a key of a type that we do not verify with (RFC 7517 section 5: such keys are ignored). */
function readKey(value: unknown): PublicJwk | null {
  try {
    return parsePublicJwk(value);
  } catch (error) {
    if (error instanceof KeyError && error.code === 'unsupported-key') return null;
    throw error;
  }
}

/**
 * Reads the keys of an entity. All must be public, asymmetric and named, no two by the same name: with two keys of one name
 * the reader, not the signer, would choose the key. Keys of types that are not used here are left out.
 *
 * @throws KeyError as `parsePublicJwk`, and `no-keys`, `too-many-keys`, `missing-kid`, `duplicate-kid`
 * @example const { keys } = parseJwks(JSON.parse(text))
 */
export function parseJwks(value: unknown): Jwks {
  const set = setSchema.safeParse(value);
  if (!set.success) throw new KeyError('malformed-key', z.prettifyError(set.error));
  if (set.data.keys.length === 0) throw new KeyError('no-keys', 'the set has no key');
  if (set.data.keys.length > MAX_KEYS) {
    throw new KeyError('too-many-keys', `the set has ${set.data.keys.length} keys`);
  }
  const names = new Set<string>();
  const keys = set.data.keys.flatMap((key): NamedJwk[] => {
    const jwk = readKey(key);
    const kid = kidOf(key);
    if (kid === null) throw new KeyError('missing-kid', 'a key has no kid');
    if (names.has(kid)) throw new KeyError('duplicate-kid', `two keys are called ${kid}`);
    names.add(kid);
    return jwk ? [{ ...jwk, kid }] : [];
  });
  if (keys.length === 0) throw new KeyError('no-keys', 'the set has no key of a type that is used here');
  return { keys };
}

/**
 * The key of a name, or null.
 *
 * @example findKey(jwks, header.kid)?.kty
 */
export function findKey(jwks: Jwks, kid: string): NamedJwk | null {
  return jwks.keys.find((key) => key.kid === kid) ?? null;
}
