import { createHmac } from 'node:crypto';
import { RECORD_TYP } from '@koinon/records';
import { toBase64Url, utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jwksOf, nodeKey, type TestKey, testKey } from '../test/support/entities.ts';
import { JwtError } from './error.ts';
import { JWT_KINDS, type JwtKind, parseJwt, signJwt, verifyJwt } from './jwt.ts';
import { ALGORITHMS } from './signature.ts';

const kind = JWT_KINDS.trustMark;
const key = testKey('issuer');
const claims = { iss: 'https://a.example' };

function part(value: unknown): string {
  return toBase64Url(utf8(JSON.stringify(value)));
}
/** A token whose header is what an attacker likes. */
function forge(header: Record<string, unknown>, sign: (bytes: Uint8Array) => Uint8Array = key.sign): string {
  const input = `${part({ alg: 'EdDSA', kid: key.kid, typ: kind.typ, ...header })}.${part(claims)}`;
  return `${input}.${toBase64Url(sign(utf8(input)))}`;
}
function refusal(jws: string, jwks = jwksOf(key), of: JwtKind = kind): string | null {
  try {
    verifyJwt(parseJwt(jws, of), jwks);
    return null;
  } catch (error) {
    if (!(error instanceof JwtError)) throw error;
    return error.code;
  }
}

describe('a signed token', () => {
  it.each(ALGORITHMS)('of %s is read and verified', (alg) => {
    const signer = nodeKey(alg);
    const jws = signJwt(kind, claims, signer);
    expect(refusal(jws, jwksOf(signer))).toBeNull();
    expect(parseJwt(jws, kind)).toMatchObject({ claims, header: { alg, kid: signer.kid, typ: kind.typ } });
  });

  it.each([
    ['says it has no signature', forge({ alg: 'none' }, () => new Uint8Array(0)), 'wrong-alg'],
    ['says so in other letters', forge({ alg: 'nOnE' }, () => new Uint8Array(0)), 'wrong-alg'],
    ['is symmetric', forge({ alg: 'HS256' }), 'wrong-alg'],
    ['is of an algorithm that is not on the list', forge({ alg: 'ES384' }), 'wrong-alg'],
    ['has no key name', forge({ kid: undefined }), 'missing-kid'],
    ['has an empty key name', forge({ kid: '' }), 'missing-kid'],
    ['has a number for a key name', forge({ kid: 7 }), 'malformed'],
    ['names a key that is not listed', forge({ kid: 'other' }), 'unknown-kid'],
    ['has no typ', forge({ typ: undefined }), 'wrong-typ'],
    ['has a typ in other letters', forge({ typ: 'Trust-Mark+JWT' }), 'wrong-typ'],
    ['is a plain JWT', forge({ typ: 'JWT' }), 'wrong-typ'],
    ['has a critical header', forge({ crit: ['exp'] }), 'unsupported-header'],
    ['has an unencoded payload', forge({ b64: false }), 'unsupported-header'],
    ['brings a chain along', forge({ trust_chain: [] }), 'unsupported-header'],
    ['claims another algorithm than its key', forge({ alg: 'ES256' }), 'unfit-key'],
    ['is signed by another key', forge({}, testKey('other').sign), 'bad-signature'],
    ['has an empty signature', forge({}, () => new Uint8Array(0)), 'bad-signature'],
  ])('that %s is refused', (_title, jws, code) => {
    expect(refusal(jws)).toBe(code);
  });

  it('never brings its own key', () => {
    const own = testKey('attacker');
    const jws = forge({ jwk: own.jwk, kid: own.kid, jku: 'https://x.example', x5c: ['a'] }, own.sign);
    expect(refusal(jws)).toBe('unknown-kid');
  });

  it('is not verified by a public key taken for a secret', () => {
    const rsa = nodeKey('RS256');
    const secret = JSON.stringify(rsa.jwk);
    const hmac = (bytes: Uint8Array) => createHmac('sha256', secret).update(bytes).digest();
    expect(refusal(forge({ alg: 'HS256', kid: rsa.kid }, hmac), jwksOf(rsa))).toBe('wrong-alg');
    expect(refusal(forge({ alg: 'RS256', kid: rsa.kid }, hmac), jwksOf(rsa))).toBe('bad-signature');
  });

  it('is checked anew where its signature, or the key of that name, is another', () => {
    const parsed = parseJwt(signJwt(kind, claims, key), kind);
    verifyJwt(parsed, jwksOf(key));
    const signature = testKey('other').sign(parsed.signingInput);
    expect(() => verifyJwt({ ...parsed, signature }, jwksOf(key))).toThrow(/does not verify/);
    const other = testKey('other');
    const renamed = { ...other, jwk: { ...other.jwk, kid: key.kid } };
    expect(() => verifyJwt(parsed, jwksOf(renamed))).toThrow(/does not verify/);
    verifyJwt(parsed, jwksOf(key));
  });

  it('is not made with a signer of an unknown algorithm', () => {
    const signer = { ...key, alg: 'HS256' } as unknown as TestKey;
    expect(() => signJwt(kind, claims, signer)).toThrow(JwtError);
  });

  it('that is too long is refused before it is read, and not made', () => {
    const long = { x: 'x'.repeat(kind.maxBytes) };
    expect(() => signJwt(kind, long, key)).toThrow(/bytes/);
    expect(refusal('.'.repeat(kind.maxBytes + 1))).toBe('too-large');
  });

  it('that is nested too deeply is refused', () => {
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);
    expect(refusal(signJwt(kind, { deep }, key))).toBe('too-deep');
    const abyss = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const jws = `${part({ alg: 'EdDSA', kid: 'a', typ: kind.typ })}.${toBase64Url(utf8(abyss))}.AA`;
    expect(refusal(jws)).toBe('too-deep');
  });

  it('with one character changed anywhere is refused', () => {
    const jws = signJwt(kind, claims, key);
    fc.assert(
      fc.property(fc.nat(jws.length - 1), fc.constantFrom('A', 'B', '-', '.', '=', ' ', 'é'), (at, other) => {
        fc.pre(jws[at] !== other);
        expect(refusal(jws.slice(0, at) + other + jws.slice(at + 1))).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('of any text is refused with an error of ours, and with no other', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.base64String()).map((list) => list.join('.')),
        ),
        (text) => {
          expect(refusal(text)).not.toBeNull();
        },
      ),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (header, payload) => {
        expect(refusal(`${part(header)}.${part(payload)}.AA`)).not.toBeNull();
      }),
    );
  });
});

describe('kinds of tokens', () => {
  const kinds = [
    ...Object.values(JWT_KINDS),
    { ...kind, typ: RECORD_TYP },
    { ...kind, typ: 'JWT' },
    { ...kind, typ: 'at+jwt' },
  ];

  it('are never taken for each other, in any pair', () => {
    for (const made of kinds) {
      const jws = signJwt(made, claims, key);
      for (const wanted of kinds) {
        expect(refusal(jws, jwksOf(key), wanted)).toBe(made.typ === wanted.typ ? null : 'wrong-typ');
      }
    }
  });

  it('have names of their own', () => {
    expect(new Set(kinds.map(({ typ }) => typ)).size).toBe(kinds.length);
  });
});
