import { fromHex } from '@koinon/transparency-log';
import { describe, expect, it } from 'vitest';
import { recordSigner } from '../test/support/alliance.ts';
import { InvalidKey } from './error.ts';
import { jwksFromKeys, keysFromJwks } from './jwks.ts';
import { jwkFromPublicKey, keysBodySchema, publicKeyFromJwk, recordKeyAt, thumbprint } from './keys.ts';

const publicKey = fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
const jwk = jwkFromPublicKey(publicKey);

describe('a key', () => {
  it('is named as the example of RFC 8037 appendix A.3', () => {
    expect(jwk).toEqual({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' });
    expect(thumbprint(jwk)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('is named by its required members alone', () => {
    expect(thumbprint({ x: jwk.x, use: 'sig', kid: 'mine', crv: 'Ed25519', kty: 'OKP' })).toBe(
      thumbprint(jwk),
    );
  });

  it('reads back to its bytes', () => {
    expect(publicKeyFromJwk({ ...jwk, kid: 'any' })).toEqual(publicKey);
  });

  it.each([
    ['another type', { ...jwk, kty: 'EC' }],
    ['another curve', { ...jwk, crv: 'X25519' }],
    ['no point', { kty: 'OKP', crv: 'Ed25519' }],
    ['a short point', { ...jwk, x: jwk.x.slice(1) }],
    ['unused bits set', { ...jwk, x: `${jwk.x.slice(0, -1)}p` }],
  ])('with %s is refused', (_, wrong) => {
    expect(() => publicKeyFromJwk(wrong)).toThrow(InvalidKey);
  });

  it('has 32 bytes', () => {
    expect(() => jwkFromPublicKey(new Uint8Array(31))).toThrow(InvalidKey);
  });
});

describe('the key at a place in the log', () => {
  const keys = [
    { kid: 'a', publicKey, fromIndex: 0, untilIndex: 8 },
    { kid: 'b', publicKey, fromIndex: 5, untilIndex: null },
    { kid: 'a', publicKey, fromIndex: 20, untilIndex: null },
  ];
  it.each([
    ['a', 0, 0],
    ['a', 7, 0],
    ['a', 8, null],
    ['a', 19, null],
    ['a', 20, 20],
    ['b', 4, null],
    ['b', 5, 5],
    ['c', 5, null],
  ])('%s at %i begins at %s', (kid, index, from) => {
    expect(recordKeyAt(keys, kid, index)?.fromIndex ?? null).toBe(from);
  });
});

describe('a JWK set', () => {
  const key = recordSigner('x');
  const spans = [
    { kid: key.kid, publicKey: key.publicKey, fromIndex: 3, untilIndex: 9 },
    { kid: 'b', publicKey, fromIndex: 9, untilIndex: null },
  ];

  it('states the part of the log of each key', () => {
    expect(keysFromJwks(jwksFromKeys(spans))).toEqual(spans);
    expect(keysFromJwks(JSON.parse(JSON.stringify(jwksFromKeys(spans))))).toEqual(spans);
  });

  it('may leave it out, and hold keys of other kinds', () => {
    const other = { kty: 'RSA', kid: 'r', n: 'AQAB', e: 'AQAB' };
    expect(keysFromJwks({ keys: [{ ...jwk, kid: 'k' }, other, jwk] })).toEqual([
      { kid: 'k', publicKey, fromIndex: 0, untilIndex: null },
    ]);
  });

  it.each([
    null,
    [],
    {},
    { keys: {} },
    { keys: [1] },
    { keys: [{ ...jwk, kid: 'k', from_index: -1 }] },
    { keys: [{ ...jwk, kid: 'k', x: '!' }] },
  ])('%j is none', (value) => {
    expect(() => keysFromJwks(value)).toThrow(InvalidKey);
  });
});

describe('the body of kernel/keys@1', () => {
  it('lists at least one key, and may revoke and cite the log before', () => {
    const body = {
      keys: [{ kid: thumbprint(jwk), jwk }],
      revoked: ['old'],
      previousLog: { origin: 'node.example/log', size: 3, root: 'x', note: 'y' },
    };
    expect(keysBodySchema.parse({ ...body, more: 1 })).toEqual({ ...body, more: 1 });
    expect(keysBodySchema.safeParse({ keys: [] }).success).toBe(false);
    expect(keysBodySchema.safeParse({ keys: [{ kid: 'k', jwk: { kty: 'RSA' } }] }).success).toBe(false);
  });
});
