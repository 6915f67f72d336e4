import { describe, expect, it } from 'vitest';
import { jwksOf, NOW, TestEntity, testKey } from '../test/support/entities.ts';
import { JwtError } from './error.ts';
import { PIN_OVERLAP } from './pin.ts';
import { followKeys, type OwnKey, planKeys } from './roll-over.ts';

const DAY = 86_400;
const [a, b] = [testKey('a'), testKey('b')];
const own = (kid: string, rest: Partial<OwnKey> = {}): OwnKey => ({
  kid,
  listedSince: NOW - DAY,
  lastExp: null,
  ...rest,
});

describe('the plan of a roll-over', () => {
  const keys = [own(a.kid, { lastExp: NOW + DAY }), own(b.kid, { listedSince: NOW })];

  it('lets a new key wait until every superior lists it', () => {
    const some = [jwksOf(a, b), jwksOf(a)];
    expect(planKeys(keys, { superiors: some, overlap: 0, now: NOW })).toEqual({
      signer: a.kid,
      waiting: [b.kid],
      overlapping: [],
      retirable: [],
    });
    const all = [jwksOf(a, b), jwksOf(b)];
    expect(planKeys(keys, { superiors: all, overlap: 0, now: NOW }).signer).toBe(b.kid);
  });

  it('lets the key of an anchor wait as long as its members need to pin it', () => {
    const plan = (now: number) => planKeys(keys, { superiors: [], overlap: PIN_OVERLAP, now }).signer;
    expect(plan(NOW + PIN_OVERLAP - 1)).toBe(a.kid);
    expect(plan(NOW + PIN_OVERLAP)).toBe(b.kid);
  });

  it('keeps the old key listed until the last thing it signed has expired', () => {
    const plan = (now: number) => planKeys(keys, { superiors: [], overlap: 0, now });
    expect(plan(NOW + DAY + 59)).toMatchObject({ overlapping: [a.kid], retirable: [] });
    expect(plan(NOW + DAY + 60)).toMatchObject({ overlapping: [], retirable: [a.kid] });
  });

  it('signs with the oldest key where nobody knows any', () => {
    expect(planKeys(keys, { superiors: [jwksOf()], overlap: 0, now: NOW }).signer).toBe(a.kid);
    expect(() => planKeys([], { superiors: [], overlap: 0, now: NOW })).toThrow(RangeError);
  });
});

describe('a superior', () => {
  const node = new TestEntity('node.example');
  const ask = (jws: string) => followKeys(jwksOf(node.keys[0] ?? a), { jws, subject: node.id, now: NOW });

  it('follows a subordinate’s new keys where a key that it states already has signed', () => {
    const stated = node.jwks;
    node.keys = [node.key, b];
    expect(ask(node.configuration())).toEqual(jwksOf(node.key, b));
    node.key = b;
    expect(() => followKeys(stated, { jws: node.configuration(), subject: node.id, now: NOW })).toThrow(
      JwtError,
    );
  });
});
