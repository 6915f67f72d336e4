import {
  acceptKeys,
  KOINON_NODE,
  type Pin,
  parseConfiguration,
  pinAnchor,
  readKoinonNode,
  validateChain,
} from '@koinon/trust';
import { fetchEntityConfiguration } from '@openid-federation/core';
import { compactVerify, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestClock, type TestNode, testClock, testNode, testPeering } from '../../testing/index.ts';
import { unixSeconds } from '../clock.ts';
import type { Actor } from '../identity/actor.ts';
import { retireKey, rotateKey } from '../keys/rotate.ts';
import type { nodeStatement } from '../log/statement.ts';
import type { Module } from '../module/module.ts';

/** A part of the node that has something to say of it. */
const signIn: Module = {
  name: 'signin',
  messages: async () => ({}),
  entityMetadata: ({ identity }) => ({
    federation_entity: { policy_uri: `${identity.origin}/privacy` },
    openid_provider: { issuer: identity.origin },
  }),
};

type Statement = ReturnType<typeof nodeStatement>;
const operator: Actor = { type: 'system', reason: 'test' };
const DAY = 86_400_000;

describe('the entity configuration of a node', () => {
  let node: TestNode;
  let clock: TestClock;
  beforeAll(async () => {
    clock = testClock(new Date('2026-03-01T10:17:00Z'));
    node = await testNode({
      clock,
      modules: [signIn],
      peering: testPeering(),
      profile: { name: 'Kaldavere', email: 'federation@kaldavere.example' },
    });
    await vi.waitFor(
      async () => expect((await fetch(`${node.url}/log/checkpoint`)).status).toBe(200),
      10_000,
    );
  });
  afterAll(() => node.stop());

  const address = (): string => `${node.url}/.well-known/openid-federation`;
  const published = async (): Promise<string> => await (await fetch(address())).text();
  const read = async () => parseConfiguration(await published(), node.kernel.identity.origin);

  test('is served with its media type, and answers nothing new where nothing is new', async () => {
    const response = await fetch(address());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/entity-statement+jwt');
    const etag = response.headers.get('etag') ?? '';
    expect((await fetch(address(), { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(await published()).toBe(await response.text());
  });

  test('tells the keys of log, witness and records, the interfaces and whom to write to', async () => {
    const { claims } = await read();
    const origin = node.kernel.identity.origin;
    const own = readKoinonNode(origin, claims.metadata ?? {});
    const statement = (await (await fetch(`${node.url}/.well-known/koinon`)).json()) as Statement;
    const jwks = await (await fetch(`${node.url}/.well-known/jwks.json`)).json();
    expect(own).toMatchObject({
      name: 'Kaldavere',
      log: { origin: statement.log.origin, vkeys: statement.log.vkeys },
      witness: statement.witness,
      record_jwks: jwks,
      kinds: statement.kinds,
      interfaces: statement.interfaces,
      contacts: ['mailto:federation@kaldavere.example'],
    });
    expect(claims.metadata?.federation_entity).toMatchObject({ organization_name: 'Kaldavere' });
  });

  test('holds what the modules of the node add to it', async () => {
    const { metadata } = (await read()).claims;
    const { origin } = node.kernel.identity;
    expect(metadata?.openid_provider).toEqual({ issuer: origin });
    expect(metadata?.federation_entity).toMatchObject({
      organization_name: 'Kaldavere',
      policy_uri: `${origin}/privacy`,
    });
  });

  test('is a chain of its own for whoever pins the node', async () => {
    const { claims } = await read();
    const now = unixSeconds(clock);
    const anchors = new Map([[claims.sub, claims.jwks]]);
    const { chain } = validateChain([await published()], { anchors, now });
    const types = ['federation_entity', KOINON_NODE, 'openid_provider'];
    expect(Object.keys(chain?.metadata ?? {})).toEqual(types);
  });

  test('is signed anew every hour, long before it expires', async () => {
    const before = (await read()).claims;
    const passed = unixSeconds(clock) - before.iat;
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(3600);
    expect(before.exp - before.iat).toBe(86_400);
    clock.advance(3_600_000);
    const after = (await read()).claims;
    expect(after.iat).toBeGreaterThan(before.iat);
  });

  test('says at once when something in it changes', async () => {
    const { claims } = await read();
    await rotateKey(node.kernel, operator, 'witness');
    const changed = (await read()).claims;
    const vkeys = (c: typeof claims) => readKoinonNode(c.sub, c.metadata ?? {}).witness.vkeys;
    expect(vkeys(changed).length).toBeGreaterThan(vkeys(claims).length);
  });

  test('is read by @openid-federation/core, on the real clock', async () => {
    const other = await testNode({ peering: testPeering() });
    try {
      const { origin } = other.kernel.identity;
      const configuration = await fetchEntityConfiguration({
        entityId: origin,
        verifyJwtCallback: async ({ jwt, jwk, header }) =>
          await compactVerify(jwt, await importJWK(jwk as JWK, String(header.alg))).then(
            () => true,
            () => false,
          ),
      });
      expect(configuration).toMatchObject({ iss: origin, sub: origin });
      expect(configuration.metadata?.federation_entity?.organization_name).toBe(
        other.kernel.identity.profile.name,
      );
    } finally {
      await other.stop();
    }
  });

  test('rolls its key over so that whoever pinned it follows: listed, a day later signing, the old one gone', async () => {
    const { claims, header } = await read();
    let pin: Pin = pinAnchor(claims.sub, claims.jwks, unixSeconds(clock));
    const follow = async () => {
      pin = acceptKeys(pin, await published(), unixSeconds(clock));
    };
    const { id } = await rotateKey(node.kernel, operator, 'federation');
    const listed = await read();
    expect(listed.header.kid).toBe(header.kid);
    expect(listed.claims.jwks.keys.map(({ kid }) => kid)).toEqual([header.kid, id]);
    await follow();
    clock.advance(DAY);
    expect((await read()).header.kid).toBe(id);
    await follow();
    await retireKey(node.kernel, operator, header.kid);
    expect((await read()).claims.jwks.keys.map(({ kid }) => kid)).toEqual([id]);
    await follow();
    expect(pin.keys.map(({ jwk, until }) => [jwk.kid, until === null])).toEqual([
      [header.kid, false],
      [id, true],
    ]);
  });
});
