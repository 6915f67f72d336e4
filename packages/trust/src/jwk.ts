import { thumbprint } from '@koinon/records';
import { fromBase64Url, toBase64Url, utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import * as z from 'zod';
import { KeyError } from './error.ts';

function isBase64Url32(text: string): boolean {
  try {
    return fromBase64Url(text).length === 32;
  } catch {
    return false;
  }
}

/** 32 bytes in their one spelling: a second one would give the same key another thumbprint. */
const coordinate = z.string().refine(isBase64Url32, 'is not 32 bytes in base64url');
const common = {
  kid: z.string().min(1).max(256).optional(),
  use: z.string().optional(),
  alg: z.string().optional(),
  key_ops: z.array(z.string()).max(16).optional(),
};

/** Public keys that sign in a federation (RFC 7517, RFC 7518, RFC 8037). Unknown members are kept. */
export const publicJwkSchema = z.discriminatedUnion('kty', [
  z.looseObject({ ...common, kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate }),
  z.looseObject({ ...common, kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
  z.looseObject({
    ...common,
    kty: z.literal('RSA'),
    n: z.string().max(1024),
    e: z.string().max(8),
  }),
]);
export type PublicJwk = z.infer<typeof publicJwkSchema>;

/** Private members of all key types (RFC 7518 section 6). Whoever publishes one has lost the key. */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];
const MIN_RSA_BYTES = 256;
const MAX_RSA_BYTES = 512;

function integerBytes(text: string, name: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64Url(text);
  } catch {
    throw new KeyError('malformed-key', `${name} is not base64url`);
  }
  if (bytes.length === 0 || bytes[0] === 0) {
    throw new KeyError('malformed-key', `${name} is not in its shortest form`);
  }
  return bytes;
}

function checkRsa(jwk: { n: string; e: string }): void {
  const n = integerBytes(jwk.n, 'n');
  const e = integerBytes(jwk.e, 'e');
  if (n.length < MIN_RSA_BYTES || ((n.at(-1) as number) & 1) === 0) {
    throw new KeyError('weak-key', 'the RSA modulus has under 2048 bits or is even');
  }
  if (n.length > MAX_RSA_BYTES) throw new KeyError('unsupported-key', 'the RSA modulus has over 4096 bits');
  const exponent = e.reduce((value, byte) => value * 256 + byte, 0);
  if (exponent < 3 || exponent % 2 === 0) throw new KeyError('weak-key', 'the RSA exponent is even or 1');
}

/**
 * Reads one public key: Ed25519, EC on P-256, or RSA of 2048 to 4096 bits.
 *
 * @throws KeyError `symmetric-key`, `private-key`, `unsupported-key`, `malformed-key`, `weak-key`
 * @example parsePublicJwk({ kty: 'OKP', crv: 'Ed25519', x }).kty
 */
export function parsePublicJwk(value: unknown): PublicJwk {
  const shape = z.looseObject({ kty: z.string(), crv: z.string().optional() }).safeParse(value);
  if (!shape.success) throw new KeyError('malformed-key', z.prettifyError(shape.error));
  const { kty, crv } = shape.data;
  if (kty === 'oct') throw new KeyError('symmetric-key', 'a symmetric key proves nothing to others');
  const hidden = PRIVATE.find((name) => Object.hasOwn(shape.data, name));
  if (hidden) throw new KeyError('private-key', `the key shows its private member ${hidden}`);
  const known = kty === 'RSA' || (kty === 'OKP' && crv === 'Ed25519') || (kty === 'EC' && crv === 'P-256');
  if (!known) throw new KeyError('unsupported-key', `kty ${kty}${crv ? `, crv ${crv}` : ''}`);
  const parsed = publicJwkSchema.safeParse(value);
  if (!parsed.success) throw new KeyError('malformed-key', z.prettifyError(parsed.error));
  if (parsed.data.kty === 'RSA') checkRsa(parsed.data);
  return parsed.data;
}

/**
 * The name of a key: base64url SHA-256 over its required members in lexical order (RFC 7638).
 *
 * @throws KeyError as `parsePublicJwk`
 * @example jwkThumbprint({ kty: 'EC', crv: 'P-256', x, y }) // 43 characters
 */
export function jwkThumbprint(value: Readonly<Record<string, unknown>>): string {
  const jwk = parsePublicJwk(value);
  if (jwk.kty === 'OKP') return thumbprint(jwk);
  const members =
    jwk.kty === 'EC'
      ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }
      : { e: jwk.e, kty: jwk.kty, n: jwk.n };
  return toBase64Url(sha256(utf8(JSON.stringify(members))));
}
