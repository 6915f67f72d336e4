import { fromBase64Url, toBase64Url, utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import * as z from 'zod';
import { InvalidKey } from './error.ts';

/** Ed25519 public key as a JSON Web Key (RFC 8037). */
export type Ed25519Jwk = {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
};

export const ed25519JwkSchema = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

/**
 * The name of a key: base64url SHA-256 over its required members in lexical order (RFC 7638, RFC 8037 appendix A.3). Used as
 * `kid`.
 *
 * @throws InvalidKey
 * @example thumbprint(jwkFromPublicKey(publicKey)) // 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'
 */
export function thumbprint(jwk: Readonly<Record<string, unknown>>): string {
  const { crv, kty, x } = parseJwk(jwk);
  return toBase64Url(sha256(utf8(JSON.stringify({ crv, kty, x }))));
}

function parseJwk(jwk: unknown): Ed25519Jwk {
  const parsed = ed25519JwkSchema.safeParse(jwk);
  if (!parsed.success) throw new InvalidKey('not an Ed25519 public key');
  return parsed.data;
}

/**
 * A 32-byte Ed25519 public key as a JSON Web Key (RFC 8037).
 *
 * @throws InvalidKey
 * @example jwkFromPublicKey(publicKey) // { kty: 'OKP', crv: 'Ed25519', x: '…' }
 */
export function jwkFromPublicKey(publicKey: Uint8Array): Ed25519Jwk {
  if (publicKey.length !== 32) throw new InvalidKey('an Ed25519 public key has 32 bytes');
  return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) };
}

/**
 * The 32 bytes of an Ed25519 public key in a JSON Web Key. Other members are ignored.
 *
 * @throws InvalidKey
 * @example const publicKey = publicKeyFromJwk({ kty: 'OKP', crv: 'Ed25519', x })
 */
export function publicKeyFromJwk(jwk: Readonly<Record<string, unknown>>): Uint8Array {
  try {
    return fromBase64Url(parseJwk(jwk).x);
  } catch {
    throw new InvalidKey('not an Ed25519 public key');
  }
}

/** Body of `kernel/keys@1`: the record keys that are valid from this entry on. */
export const keysBodySchema = z.looseObject({
  keys: z
    .array(
      z.looseObject({
        kid: z.string().min(1).max(256),
        jwk: ed25519JwkSchema,
        use: z.literal('record').optional(),
      }),
    )
    .min(1)
    .max(64),
  revoked: z.array(z.string().min(1).max(256)).max(64).optional(),
  previousLog: z
    .looseObject({
      origin: z.string(),
      size: z.number().int().nonnegative(),
      root: z.string(),
      note: z.string(),
    })
    .optional(),
});
export type KeysBody = z.infer<typeof keysBodySchema>;

/** A record key and the part of the log it is valid for: `fromIndex` included, `untilIndex` excluded. */
export interface KeySpan {
  kid: string;
  publicKey: Uint8Array;
  fromIndex: number;
  untilIndex: number | null;
}

/**
 * The key that is valid under `kid` for the entry at `index`; null where there is none. The place in the log decides, never
 * the time that the signer states.
 *
 * @example recordKeyAt(keys, record.header.kid, index)?.publicKey
 */
export function recordKeyAt<Key extends KeySpan>(
  keys: readonly Key[],
  kid: string,
  index: number,
): Key | null {
  return (
    keys.find(
      (key) =>
        key.kid === kid && key.fromIndex <= index && (key.untilIndex === null || index < key.untilIndex),
    ) ?? null
  );
}
