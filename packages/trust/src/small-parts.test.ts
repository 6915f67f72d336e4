import { jwkFromPublicKey, jwksFromKeys } from '@koinon/records';
import { makeCosigner, makeEd25519NoteSigner } from '@koinon/transparency-log';
import { ed25519PublicKey, ed25519Sign } from '@koinon/transparency-log/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jwksOf, NOW, testKey } from '../test/support/entities.ts';
import { hostMatches } from './constraints.ts';
import { configurationUrl, fetchUrl, isEntityId } from './entity-id.ts';
import { InvalidEntityId, TrustError } from './error.ts';
import { isTooDeep, jsonEqual } from './json.ts';
import { pastKeyAt, readKeyHistory, signKeyHistory } from './key-history.ts';
import { KOINON_NODE, readKoinonNode } from './koinon-metadata.ts';
import { checkTimes, refreshTime } from './time.ts';

function refusal(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    return error.code;
  }
}

describe('an entity identifier', () => {
  it.each([
    'https://node.example',
    'https://node.example/',
    'https://node.example:8443',
    'https://host.example/alliances/north',
    'http://127.0.0.1:4101',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])('is %s', (text) => {
    expect(isEntityId(text)).toBe(true);
  });

  it.each([
    '',
    'node.example',
    'http://node.example',
    'http://127.0.0.1.evil.example',
    'https://node.example?',
    'https://node.example/?a',
    'https://node.example#a',
    'https://NODE.example',
    'https://node.example:443',
    'https://node.example/a/../b',
    'https://user@node.example',
    'https://node.example/a b',
    ' https://node.example',
    'javascript:alert(1)',
    `https://node.example/${'x'.repeat(2048)}`,
  ])('is not %j', (text) => {
    expect(isEntityId(text)).toBe(false);
    expect(() => configurationUrl(text)).toThrow(InvalidEntityId);
  });

  it('leads to its configuration, below its path', () => {
    expect(configurationUrl('https://node.example/')).toBe(
      'https://node.example/.well-known/openid-federation',
    );
    expect(configurationUrl('https://h.example/alliances/n')).toBe(
      'https://h.example/alliances/n/.well-known/openid-federation',
    );
    expect(fetchUrl('https://a.example/fetch?x=1', 'https://n.example')).toBe(
      'https://a.example/fetch?x=1&sub=https%3A%2F%2Fn.example',
    );
  });
});

describe('a naming constraint', () => {
  it.each([
    ['node.example', 'node.example', true],
    ['node.example', 'a.node.example', false],
    ['.node.example', 'a.node.example', true],
    ['.node.example', 'a.b.node.example', true],
    ['.node.example', 'node.example', false],
    ['.node.example', 'evilnode.example', false],
    ['[::1]', '[::1]', true],
  ])('%s on %s: %s', (constraint, host, expected) => {
    expect(hostMatches(constraint, host)).toBe(expected);
  });
});

describe('times', () => {
  it.each([
    [{ iat: NOW, exp: NOW + 10 }, NOW + 69, null],
    [{ iat: NOW, exp: NOW + 10 }, NOW + 70, 'expired'],
    [{ iat: NOW + 60 }, NOW, null],
    [{ iat: NOW + 61 }, NOW, 'issued-in-future'],
    [{ iat: NOW, exp: NOW }, NOW, 'lifetime-backwards'],
  ])('%o at %i: %s', (times, now, code) => {
    expect(refusal(() => checkTimes(times, now))).toBe(code);
  });

  it('say when to fetch again: at 80 % of the rest, and of a day at most', () => {
    expect(refreshTime(NOW, NOW + 1000)).toBe(NOW + 800);
    expect(refreshTime(NOW, NOW + 400 * 86_400)).toBe(NOW + 69_120);
    expect(refreshTime(NOW, NOW - 1)).toBe(NOW);
  });
});

describe('JSON values', () => {
  it('are the same whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reversed = JSON.parse(JSON.stringify(value), (_name, part) =>
          part && typeof part === 'object' && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).reverse())
            : part,
        );
        expect(jsonEqual(JSON.parse(JSON.stringify(value)), reversed)).toBe(true);
      }),
    );
    expect(jsonEqual([1, 2], [2, 1])).toBe(false);
    expect(jsonEqual({ a: 1 }, { b: 1 })).toBe(false);
    expect(jsonEqual({}, JSON.parse('{"__proto__": {}}'))).toBe(false);
    expect(jsonEqual([], {})).toBe(false);
    expect(jsonEqual(null, {})).toBe(false);
  });

  it('are too deep from 33 levels on', () => {
    const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);
    expect(isTooDeep(nested(32))).toBe(false);
    expect(isTooDeep(nested(33))).toBe(true);
  });
});

describe('a key history', () => {
  const [today, past, lost] = [testKey('today'), testKey('past'), testKey('lost')];
  const entityId = 'https://node.example';
  const key = { jwk: past.jwk, iat: NOW - 1000, exp: NOW - 10, revoked: null };
  const compromised = { jwk: lost.jwk, iat: null, exp: NOW, revoked: { at: NOW - 5, reason: 'compromised' } };
  const jws = signKeyHistory({ entityId, iat: NOW, keys: [key, compromised] }, today);
  const read = (context: object = {}) =>
    readKeyHistory(jws, { entityId, jwks: jwksOf(today), now: NOW, ...context });

  it('is read as it was signed, from the entity itself', () => {
    expect(read()).toEqual([key, compromised]);
    expect(refusal(() => read({ jwks: jwksOf(past) }))).toBe('unknown-kid');
    expect(refusal(() => read({ entityId: 'https://other.example' }))).toBe('other-entity');
  });

  it('says which key was valid when', () => {
    const at = (kid: string, time: number) => pastKeyAt(read(), kid, time)?.kid ?? null;
    expect(at(past.kid, NOW - 500)).toBe(past.kid);
    expect(at(past.kid, NOW - 10)).toBeNull();
    expect(at(past.kid, NOW - 1061)).toBeNull();
    expect(at(lost.kid, NOW - 500)).toBeNull();
    expect(at('other', NOW - 500)).toBeNull();
  });

  it('lets a superseded key stand for what it signed before', () => {
    const superseded = { ...compromised, revoked: { at: NOW - 5, reason: 'superseded' } };
    expect(pastKeyAt([superseded], lost.kid, NOW - 6)).toEqual(lost.jwk);
    expect(pastKeyAt([superseded], lost.kid, NOW - 5)).toBeNull();
  });
});

describe('the metadata of a Koinon node', () => {
  const seed = new Uint8Array(32).fill(7);
  const publicKey = ed25519PublicKey(seed);
  const signWith = (bytes: Uint8Array) => ed25519Sign(seed, bytes);
  const origin = 'node.example/log';
  const name = 'node.example/witness';
  const kid = testKey('record').kid;
  const node = {
    name: 'Kaldavere',
    log: {
      origin,
      prefix: '/log/',
      vkeys: [makeEd25519NoteSigner(origin, { publicKey, sign: signWith }).vkey],
    },
    witness: {
      name,
      prefix: '/witness/',
      vkeys: [makeCosigner({ name, type: 4, publicKey, sign: signWith }).vkey],
    },
    record_jwks: jwksFromKeys([{ kid, publicKey, fromIndex: 0, untilIndex: null }]),
    kinds: ['practices/practice@1'],
    interfaces: { api: '/api/v1/' },
    contacts: ['mailto:federation@node.example'],
  };
  const read = (change: object = {}, id = 'https://node.example') =>
    refusal(() => readKoinonNode(id, { [KOINON_NODE]: { ...node, ...change } }));

  it('holds the keys of log, witness and records, and how to reach people', () => {
    expect(readKoinonNode('https://node.example', { [KOINON_NODE]: node })).toEqual(node);
    expect(jwkFromPublicKey(publicKey).x).toBe(node.record_jwks.keys[0]?.x);
  });

  it('never names the log or witness of another host', () => {
    expect(read({}, 'https://other.example')).toBe('foreign-log');
    expect(read({}, 'https://node.example.evil.example')).toBe('foreign-log');
    expect(read({ log: { ...node.log, vkeys: node.witness.vkeys } })).toBe('foreign-log');
    expect(read({ log: { ...node.log, origin: 'node.example/other' } })).toBe('foreign-log');
    expect(read({ log: { ...node.log, prefix: '/other/' } })).toBe('foreign-log');
    const logKeys = { ...node.witness, vkeys: [...node.witness.vkeys, ...node.log.vkeys] };
    expect(read({ witness: logKeys })).toBe('foreign-log');
  });

  it.each([
    [{ log: { ...node.log, vkeys: ['node.example/log+00000000+AAAA'] } }],
    [{ log: { ...node.log, prefix: '//evil.example/' } }],
    [{ log: undefined }],
    [{ record_jwks: { keys: [{ kid: 'a', kty: 'OKP', crv: 'Ed25519', x: 'short' }] } }],
    [{ interfaces: { api: 'https://evil.example/' } }],
    [{ contacts: ['javascript:alert(1)'] }],
    [{ name: 'a\nb' }],
    [{ name: 'x'.repeat(301) }],
  ])('is refused with %o', (change) => {
    expect(read(change)).toBe('invalid-koinon-metadata');
  });
});
