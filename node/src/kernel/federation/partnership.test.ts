import { type EntityStatement, KOINON_NODE, parseConfiguration, parseSubordinate } from '@koinon/trust';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { befriend, type TestNode, testAlliance } from '../../testing/index.ts';
import type { Actor } from '../identity/actor.ts';
import { historyOf } from '../log/history.ts';
import { PARTNER, type PartnerBody, removePartner } from '../trust/index.ts';

const operator: Actor = { type: 'system', reason: 'test' };

describe('two nodes that are partners', () => {
  let nodes: TestNode[];
  let a: TestNode;
  let b: TestNode;
  beforeAll(async () => {
    nodes = await testAlliance(2, {});
    [a, b] = nodes as [TestNode, TestNode];
  }, 60_000);
  afterAll(() => Promise.all(nodes.map((node) => node.stop())));

  const idOf = (node: TestNode): string => node.kernel.identity.origin;
  const configurationOf = async (node: TestNode): Promise<EntityStatement> =>
    parseConfiguration(await (await fetch(`${node.url}/.well-known/openid-federation`)).text(), idOf(node));
  const ask = (node: TestNode, query: string) => fetch(`${node.url}/federation/fetch${query}`);
  const about = (node: TestNode, subject: string) => ask(node, `?sub=${encodeURIComponent(subject)}`);
  const partnerRecord = async (node: TestNode, other: TestNode) => {
    const sub = `${idOf(node)}/partners/${other.kernel.identity.host}`;
    const [latest] = await historyOf<PartnerBody>(
      node.kernel.db,
      { log: node.kernel.ownLog, sub, kind: PARTNER },
      1,
    );
    return latest;
  };

  test('name their endpoints, and state each other with the keys that the other lists', async () => {
    const own = await configurationOf(a);
    const endpoint = String(own.claims.metadata?.federation_entity?.federation_fetch_endpoint);
    expect(endpoint).toBe(`${idOf(a)}/federation/fetch`);
    const response = await about(a, idOf(b));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/entity-statement+jwt');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const { claims } = parseSubordinate(await response.text(), {
      issuer: idOf(a),
      subject: idOf(b),
      jwks: own.claims.jwks,
    });
    expect(claims.jwks).toEqual((await configurationOf(b)).claims.jwks);
    expect(claims.exp - claims.iat).toBeLessThanOrEqual(86_400);
    expect(claims.constraints?.allowed_entity_types).toContain('openid_provider');
    expect(own.claims.authority_hints).toBeUndefined();
  });

  test('answer nothing new where nothing is new', async () => {
    const etag = (await about(a, idOf(b))).headers.get('etag') ?? '';
    const url = `${a.url}/federation/fetch?sub=${encodeURIComponent(idOf(b))}`;
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test.each([
    ['', 400, 'invalid_request'],
    ['?sub=ftp%3A%2F%2Fx', 400, 'invalid_request'],
    ['?sub=https%3A%2F%2Fa.example&sub=https%3A%2F%2Fb.example', 400, 'invalid_request'],
    ['?sub=https%3A%2F%2Fnobody.example', 404, 'not_found'],
  ])('refuse to fetch %s with %i %s, in JSON', async (query, status, error) => {
    const response = await ask(a, query);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({ error });
  });

  test('state nothing about themselves', async () => {
    expect((await about(a, idOf(a))).status).toBe(400);
  });

  test('list whom they state, and say which filters they do not have', async () => {
    const list = await fetch(`${a.url}/federation/list`);
    expect(list.headers.get('content-type')).toContain('application/json');
    expect(await list.json()).toEqual([idOf(b)]);
    const filtered = await fetch(`${a.url}/federation/list?trust_marked=true`);
    expect(filtered.status).toBe(400);
    expect(await filtered.json()).toMatchObject({ error: 'unsupported_parameter' });
  });

  test('trust each other by their own word, without an anchor and with one request', async () => {
    const { chain, decision } = await a.kernel.resolver.refresh(idOf(b));
    expect(chain?.path).toEqual([idOf(b), idOf(a)]);
    expect(Object.keys(chain?.metadata ?? {})).toContain(KOINON_NODE);
    expect(decision.steps.filter(({ code }) => code === 'fetch-configuration')).toHaveLength(1);
    expect(decision.steps.filter(({ code }) => code === 'fetch-statement')).toHaveLength(0);
  });

  test('publish with which federation keys they made the other a partner', async () => {
    const kids = (await configurationOf(b)).claims.jwks.keys.map(({ kid }) => kid);
    expect((await partnerRecord(a, b))?.body?.federation?.kids).toEqual(kids);
  });

  test('end it on both sides when one of them ends it, at once on its own, in seconds on the other, and both logs say so', async () => {
    const act = await removePartner(a.kernel, operator, {
      host: b.kernel.identity.host,
      reason: 'the treaty has ended',
    });
    expect((await about(a, idOf(b))).status).toBe(404);
    expect(await (await fetch(`${a.url}/federation/list`)).json()).toEqual([]);
    const { decision } = await a.kernel.resolver.resolve(idOf(b));
    expect(decision.reason).toMatchObject({ code: 'partnership', cause: 'partner-removed' });
    expect(await a.kernel.trust.partner(idOf(b))).toBeNull();
    await vi.waitFor(async () => expect(await b.kernel.trust.partner(idOf(a))).toBeNull(), 8_000);
    expect((await about(b, idOf(a))).status).toBe(404);
    expect((await b.kernel.resolver.resolve(idOf(a))).chain).toBeNull();
    expect((await partnerRecord(a, b))?.body).toMatchObject({
      action: 'removed',
      reason: 'the treaty has ended',
    });
    expect((await partnerRecord(b, a))?.body).toMatchObject({ action: 'removed', because: act.jti });
  });

  test('become partners again by an act of each, and an old ending ends nothing', async () => {
    await befriend(b, a);
    await befriend(a, b);
    expect((await a.kernel.resolver.resolve(idOf(b))).decision.trusted).toBe(true);
    const { log } = (await b.kernel.trust.partner(idOf(a))) ?? {};
    await vi.waitFor(async () => {
      const followed = await b.kernel.db
        .selectFrom('entry')
        .select('index')
        .where('log', '=', log ?? 0)
        .where('kind', '=', PARTNER)
        .execute();
      expect(followed.length).toBe(3);
    }, 10_000);
    expect((await b.kernel.trust.partner(idOf(a)))?.state).toBe('active');
  });
});
