import { toBase64Url } from '@koinon/transparency-log';
import fc from 'fast-check';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { nodeKey, testKey } from '../test/support/entities.ts';
import { KeyError } from './error.ts';
import { jwkThumbprint } from './jwk.ts';
import { findKey, MAX_KEYS, parseJwks } from './jwks.ts';
import { ALGORITHMS } from './signature.ts';

const { jwk: ed } = testKey('a');
const { jwk: ec } = nodeKey('ES256');
const { jwk: rsa } = nodeKey('RS256');

function refusal(...keys: unknown[]): string | null {
  try {
    parseJwks({ keys });
    return null;
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    return error.code;
  }
}
const bytes = (length: number, fill = 0xff): string => toBase64Url(new Uint8Array(length).fill(fill));

describe('a key set', () => {
  it('holds Ed25519, P-256 and RSA keys, and finds them by name', () => {
    const set = parseJwks({ keys: [ed, ec, rsa] });
    expect(findKey(set, ec.kid)).toEqual(ec);
    expect(findKey(set, 'other')).toBeNull();
  });

  it('keeps members that it does not know', () => {
    expect(parseJwks({ keys: [{ ...ed, x5c: ['a'] }] }).keys[0]).toMatchObject({ x5c: ['a'] });
  });

  it('leaves keys out of types that it does not use, and is refused where none is left', () => {
    const p384 = { kty: 'EC', crv: 'P-384', x: 'a', y: 'b', kid: 'p384' };
    expect(parseJwks({ keys: [p384, ed] }).keys).toEqual([ed]);
    expect(refusal(p384)).toBe('no-keys');
    expect(refusal(p384, { ...ed, kid: 'p384' })).toBe('duplicate-kid');
  });

  it.each([
    ['no keys', [], 'no-keys'],
    ['two keys of one name', [ed, { ...ec, kid: ed.kid }], 'duplicate-kid'],
    ['the same key twice', [ed, ed], 'duplicate-kid'],
    ['a key without a name', [{ ...ed, kid: undefined }], 'missing-kid'],
    ['a key with an empty name', [{ ...ed, kid: '' }], 'malformed-key'],
    ['a symmetric key', [ed, { kty: 'oct', k: 'AAAA', kid: 'oct' }], 'symmetric-key'],
    ['a private Ed25519 key', [{ ...ed, d: bytes(32) }], 'private-key'],
    ['a private RSA key', [{ ...rsa, p: bytes(128) }], 'private-key'],
    ['an RSA key of 1024 bits', [{ ...rsa, n: bytes(128) }], 'weak-key'],
    ['an even RSA modulus', [{ ...rsa, n: bytes(256, 0xfe) }], 'weak-key'],
    ['an RSA exponent of 1', [{ ...rsa, e: 'AQ' }], 'weak-key'],
    ['an even RSA exponent', [{ ...rsa, e: 'AQAA' }], 'weak-key'],
    ['an RSA modulus with a leading zero', [{ ...rsa, n: `AA${bytes(256).slice(2)}` }], 'malformed-key'],
    ['an Ed25519 key that is too short', [{ ...ed, x: bytes(31) }], 'malformed-key'],
    ['a second spelling of an Ed25519 key', [{ ...ed, x: `${bytes(32).slice(0, -1)}9` }], 'malformed-key'],
    ['a point with one coordinate', [{ ...ec, y: undefined }], 'malformed-key'],
    ['a key that is no object', ['key'], 'malformed-key'],
    ['too many keys', Array.from({ length: MAX_KEYS + 1 }, (_, i) => testKey(`${i}`).jwk), 'too-many-keys'],
  ])('with %s is refused', (_title, keys, code) => {
    expect(refusal(...keys)).toBe(code);
  });

  it('of any shape is read or refused, with no other error', () => {
    const key = fc.record(
      {
        kty: fc.constantFrom('OKP', 'EC', 'RSA', 'oct', 'x'),
        crv: fc.string(),
        x: fc.string(),
        n: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), key), (any) => {
        expect(refusal(any)).not.toBeNull();
      }),
    );
  });
});

describe('the thumbprint of a key', () => {
  it.each(ALGORITHMS)('is what jose makes of it: %s', async (alg) => {
    const { jwk } = nodeKey(alg);
    expect(jwkThumbprint(jwk)).toBe(await calculateJwkThumbprint({ ...jwk } as JWK));
  });
});
