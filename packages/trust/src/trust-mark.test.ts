import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jwksOf, NOW, testKey } from '../test/support/entities.ts';
import { TrustError } from './error.ts';
import { JWT_KINDS, signJwt } from './jwt.ts';
import { parseTrustMark, signTrustMark, type TrustMark, verifyTrustMark } from './trust-mark.ts';
import { signDelegation } from './trust-mark-delegation.ts';

const type = 'https://north.example/marks/votes-across-borders';
const [issuer, owner, subject] = ['https://north.example', 'https://owner.example', 'https://node.example'];
const [key, ownerKey, evil] = [testKey('issuer'), testKey('owner'), testKey('evil')];
const anchor = { trust_mark_issuers: { [type]: [issuer] } };
const owned = { ...anchor, trust_mark_owners: { [type]: { sub: owner, jwks: jwksOf(ownerKey) } } };

function mark(change: Partial<TrustMark> = {}, signer = key): string {
  return signTrustMark({ issuer, subject, type, iat: NOW, ...change }, signer);
}
function delegation(change: Partial<Parameters<typeof signDelegation>[0]> = {}, signer = ownerKey): string {
  return signDelegation({ owner, issuer, type, iat: NOW, lifetime: 1000, ...change }, signer);
}
function refusal(jws: string, context: object = {}): string | null {
  try {
    verifyTrustMark(jws, { subject, type, issuerJwks: jwksOf(key), anchor, now: NOW, ...context });
    return null;
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    return error.code;
  }
}

describe('a trust mark', () => {
  it('says that its subject may do a thing, until it expires', () => {
    expect(refusal(mark())).toBeNull();
    expect(parseTrustMark(mark({ ref: 'https://north.example/charter' })).claims).toEqual({
      iss: issuer,
      sub: subject,
      trust_mark_type: type,
      iat: NOW,
      exp: NOW + 86_400,
      ref: 'https://north.example/charter',
    });
    expect(refusal(mark(), { now: NOW + 86_400 + 59 })).toBeNull();
    expect(refusal(mark(), { now: NOW + 86_400 + 61 })).toBe('expired');
    expect(refusal(mark({ iat: NOW + 61 }))).toBe('issued-in-future');
  });

  it('is for one entity and one type', () => {
    expect(refusal(mark(), { subject: 'https://other.example' })).toBe('other-subject');
    expect(refusal(mark(), { type: `${type}-2` })).toBe('other-type');
  });

  it('counts from issuers that the anchor accepts for its type', () => {
    const by = (trust_mark_issuers?: Record<string, string[]>) =>
      refusal(mark(), { anchor: trust_mark_issuers ? { trust_mark_issuers } : {} });
    expect(by({ [type]: [] })).toBeNull();
    expect(by({ [type]: [owner] })).toBe('unaccepted-issuer');
    expect(by({ other: [issuer] })).toBe('unaccepted-issuer');
    expect(by({})).toBe('unaccepted-issuer');
    expect(by()).toBe('unaccepted-issuer');
    expect(refusal(mark({ type: 'toString' }), { type: 'toString' })).toBe('unaccepted-issuer');
  });

  it('is signed by its issuer', () => {
    expect(refusal(mark({}, evil))).toBe('unknown-kid');
    expect(refusal(mark({}, { ...evil, kid: key.kid }))).toBe('bad-signature');
  });

  it('of a type that has an owner needs the owner’s word', () => {
    const verdict = (given?: string) =>
      refusal(mark(given === undefined ? {} : { delegation: given }), { anchor: owned });
    expect(verdict(delegation())).toBeNull();
    expect(verdict()).toBe('missing-delegation');
    expect(verdict(delegation({ owner: issuer }))).toBe('foreign-delegation');
    expect(verdict(delegation({ issuer: subject }))).toBe('foreign-delegation');
    expect(verdict(delegation({ type: 'other' }))).toBe('foreign-delegation');
    expect(verdict(delegation({}, evil))).toBe('unknown-kid');
    expect(verdict(delegation({ iat: NOW - 2000 }))).toBe('expired');
    expect(verdict(mark())).toBe('wrong-typ');
    expect(verdict('x')).toBe('malformed');
  });

  it('is neither made nor read where its claims are wrong', () => {
    expect(() => mark({ issuer: 'north' })).toThrow(TrustError);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('iss', 'sub', 'iat', 'exp', 'delegation'), fc.jsonValue()),
        (c) => {
          const claims = { iss: issuer, sub: subject, trust_mark_type: type, iat: NOW, ...c };
          refusal(signJwt(JWT_KINDS.trustMark, claims, key), { anchor: owned });
        },
      ),
    );
  });
});
