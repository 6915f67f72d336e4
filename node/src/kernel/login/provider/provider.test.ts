import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestEntity } from '../../../../../packages/trust/test/support/entities.ts';
import { modules } from '../../../main.ts';
import { TestBrowser, type TestNode, testNode } from '../../../testing/index.ts';
import { unixSeconds } from '../../clock.ts';
import { type EntityServer, entityServer } from '../../federation/testing/entity-server.ts';
import { peering } from '../../follow/peering.ts';
import { testLogin } from '../testing/login-nodes.ts';
import { assertion, becomeClient, pin, push, readJwt, redeem, signJwt } from '../testing/raw-party.ts';
import { discovery } from './metadata.ts';

let node: TestNode;
let server: EntityServer;
let client: TestEntity;
beforeAll(async () => {
  node = await testNode({ modules, peering, config: { demo: true, login: testLogin() } });
  server = await entityServer(() => unixSeconds(node.kernel.clock));
  client = server.entity('client');
  becomeClient(client);
  await pin(node, client);
}, 60_000);
afterAll(async () => {
  await node?.stop();
  await server?.close();
});

/** Mari logs in, and agrees; the address on which the provider goes on. */
async function consent(url: string, browser: TestBrowser): Promise<string> {
  const eid = await browser.press(await browser.get(url), /^\/login\/test-eid/);
  const asked = await browser.send(eid, '/login/test-eid', { person: 'mari' });
  const back = await browser.send(asked, new URL(asked.url).pathname, { answer: 'yes' });
  return `${node.url}${/href="(\/oidc\/auth\/[^"]+)"/.exec(back.html)?.[1]}`;
}

/** The same, and the address that the browser is sent to with the code. */
async function agree(url: string, browser = new TestBrowser()): Promise<URL> {
  const gone = await browser.get(await consent(url, browser), { follow: false });
  expect(gone.status).toBe(303);
  return new URL(gone.headers.get('location') ?? '');
}

const authorize = (request_uri: string, client_id = client.id) =>
  `${node.url}/oidc/auth?${new URLSearchParams({ client_id, request_uri })}`;

describe('the provider, asked by a client that shares no code with it', () => {
  test('says of itself what the library says', async () => {
    const { provider } = node.kernel.login;
    const library = await provider.library();
    const app = library.callback();
    expect(app).toBeTypeOf('function');
    const stated = discovery(node.kernel);
    const answer = await fetch(`${node.url}/.well-known/openid-configuration`);
    expect(await answer.json()).toEqual(stated);
    const jwks = (await (await fetch(stated.jwks_uri)).json()) as { keys: { kid: string; d?: string }[] };
    expect(jwks.keys.map(({ kid }) => kid)).toEqual(node.kernel.keys.signers('provider').map(({ id }) => id));
    expect(jwks.keys.every(({ d }) => d === undefined)).toBe(true);
  });

  test('passes a pseudonym, and nothing that was not asked for', async () => {
    const pushed = await push(client, node.url);
    expect(pushed.status).toBe(201);
    const callback = await agree(authorize(pushed.body.request_uri as string));
    expect(callback.searchParams.get('iss')).toBe(node.url);
    expect(callback.searchParams.get('state')).toBe(pushed.state);
    const code = callback.searchParams.get('code') as string;
    const { status, body } = await redeem(client, node.url, code, pushed.verifier);
    expect(status).toBe(200);
    const { header, claims } = readJwt(body.id_token as string);
    expect(header).toMatchObject({ alg: 'EdDSA', kid: node.kernel.keys.signers('provider')[0]?.id });
    const { iat, exp, at_hash, sub, ...rest } = claims;
    expect(rest).toEqual({
      iss: node.url,
      aud: client.id,
      nonce: pushed.nonce,
    });
    expect(sub).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const [account] = await node.kernel.db.selectFrom('account').selectAll().execute();
    expect(sub).not.toBe(account?.subject);
    expect([iat, exp].every((time) => typeof time === 'number')).toBe(true);
    expect((await redeem(client, node.url, code, pushed.verifier)).body.error).toBe('invalid_grant');
  });

  test('states level and time of the login where they are asked for', async () => {
    const acr = 'http://eidas.europa.eu/NotNotified/LoA/substantial';
    const claims = JSON.stringify({ id_token: { acr: { essential: true, values: [acr] }, auth_time: null } });
    const pushed = await push(client, node.url, { request: { claims } });
    const callback = await agree(authorize(pushed.body.request_uri as string));
    const { body } = await redeem(
      client,
      node.url,
      callback.searchParams.get('code') as string,
      pushed.verifier,
    );
    expect(readJwt(body.id_token as string).claims).toMatchObject({ acr, auth_time: expect.any(Number) });
  });

  test('gives two clients two pseudonyms of one person, and one client the same each time', async () => {
    const other = server.entity('other');
    becomeClient(other);
    await pin(node, other);
    const subjectAt = async (entity: TestEntity) => {
      const pushed = await push(entity, node.url);
      const callback = await agree(authorize(pushed.body.request_uri as string, entity.id));
      const code = callback.searchParams.get('code') as string;
      const { body } = await redeem(entity, node.url, code, pushed.verifier);
      return readJwt(body.id_token as string).claims.sub;
    };
    const [one, again, two] = [await subjectAt(client), await subjectAt(client), await subjectAt(other)];
    expect(again).toBe(one);
    expect(two).not.toBe(one);
  });

  test('passes nothing where the person declines', async () => {
    const pushed = await push(client, node.url);
    const browser = new TestBrowser();
    const eid = await browser.press(
      await browser.get(authorize(pushed.body.request_uri as string)),
      /^\/login\/test-eid/,
    );
    const consent = await browser.send(eid, '/login/test-eid', { person: 'jaan' });
    const back = await browser.send(consent, new URL(consent.url).pathname, { answer: 'no' });
    const resume = /href="(\/oidc\/auth\/[^"]+)"/.exec(back.html)?.[1];
    const gone = await browser.get(`${node.url}${resume}`, { follow: false });
    const callback = new URL(gone.headers.get('location') ?? '');
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(callback.searchParams.get('code')).toBeNull();
  });

  test('gives one code for one consent, also where the browser comes back twice at the same moment', async () => {
    const pushed = await push(client, node.url);
    const browser = new TestBrowser();
    const resume = await consent(authorize(pushed.body.request_uri as string), browser);
    const both = await Promise.all([1, 2].map(() => browser.get(resume, { follow: false })));
    const codes = both.map(({ headers }) => headers.get('location')).filter((to) => to?.includes('code='));
    expect(codes).toHaveLength(1);
  });

  test('gives no second code for a pushed request, whoever agrees to it', async () => {
    const pushed = await push(client, node.url);
    const url = authorize(pushed.body.request_uri as string);
    const [one, two] = [new TestBrowser(), new TestBrowser()];
    const ways = [await consent(url, one), await consent(url, two)] as const;
    expect((await one.get(ways[0], { follow: false })).headers.get('location')).toContain('code=');
    const second = await two.get(ways[1], { follow: false });
    expect(second.headers.get('location') ?? '').not.toContain('code=');
  });

  test('asks each person for themselves, also where another used the browser before', async () => {
    const browser = new TestBrowser();
    const first = await push(client, node.url);
    await agree(authorize(first.body.request_uri as string), browser);
    const second = await push(client, node.url);
    const consent = await browser.get(authorize(second.body.request_uri as string));
    expect(consent.url).toMatch(/\/login\/consent\//);
    expect(consent.html).toContain('name="answer"');
  });
});

describe('the provider refuses', () => {
  const refused = async (more: Parameters<typeof push>[2]) => {
    const { status, body } = await push(client, node.url, more);
    return [status >= 400, body.error];
  };

  test('a client whom nobody vouches for, without a redirect', async () => {
    const outsider = server.entity('outsider');
    becomeClient(outsider);
    const { status, body } = await push(outsider, node.url);
    expect([status, body.error]).toEqual([400, 'invalid_trust_chain']);
  });

  test('a client that wants its codes at another origin', async () => {
    const thief = server.entity('thief');
    becomeClient(thief, { redirect_uris: ['http://127.0.0.1:9/callback'] });
    await pin(node, thief);
    const { status, body } = await push(thief, node.url, {
      request: { redirect_uri: 'http://127.0.0.1:9/callback' },
    });
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  });

  test('a redirect address that the client never stated', async () => {
    expect(await refused({ request: { redirect_uri: `${client.id}/elsewhere` } })).toEqual([
      true,
      'invalid_request',
    ]);
  });

  test('a request without a challenge, with a weak one, or for another response', async () => {
    expect((await refused({ request: { code_challenge: '' } }))[0]).toBe(true);
    expect((await refused({ request: { code_challenge_method: 'plain' } }))[0]).toBe(true);
    expect((await refused({ request: { response_type: 'code id_token' } }))[0]).toBe(true);
  });

  test.each([
    ['for another node', { aud: 'https://elsewhere.example' }],
    ['for several', { aud: ['https://elsewhere.example', 'x'] }],
    ['that is old', { exp: 1_700_000_000 }],
    ['that is good for long', { exp: Math.floor(Date.now() / 1000) + 86_400 }],
    ['of another client', { iss: 'https://elsewhere.example' }],
    ['that could be used twice', { jti: undefined }],
  ])('an assertion %s', async (_, more) => {
    expect(await refused({ proof: assertion(client, node.url, more) })).toEqual([true, 'invalid_client']);
  });

  test('an assertion of another key, of no algorithm, or of a symmetric one', async () => {
    const stranger = server.entity('stranger');
    const claims = readJwt(assertion(client, node.url)).claims;
    const forged = signJwt(stranger, { ...claims, jti: '1' }, { kid: client.key.kid });
    expect(await refused({ proof: forged })).toEqual([true, 'invalid_client']);
    const none = signJwt(client, { ...claims, jti: '2' }, { alg: 'none' });
    expect((await refused({ proof: none }))[0]).toBe(true);
    const hmac = signJwt(client, { ...claims, jti: '3' }, { alg: 'HS256' });
    expect((await refused({ proof: hmac }))[0]).toBe(true);
  });

  test('an assertion of a key that the client does not list, and asks about it once a minute', async () => {
    const asked: number[] = [];
    for (const kid of ['one', 'two', 'three']) {
      const { claims } = readJwt(assertion(client, node.url));
      expect(await refused({ proof: signJwt(client, claims, { kid }) })).toEqual([true, 'invalid_client']);
      asked.push(server.asked.length);
    }
    expect(new Set(asked).size).toBe(1);
  });

  test('an assertion that was used, also by two requests at once', async () => {
    const proof = assertion(client, node.url);
    const both = await Promise.all([push(client, node.url, { proof }), push(client, node.url, { proof })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect((await push(client, node.url, { proof })).body.error).toBe('invalid_client');
  });

  test('to be asked without a pushed request, with a page and no redirect', async () => {
    const query = new URLSearchParams({
      client_id: client.id,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://evil.example/',
    });
    const page = await new TestBrowser().get(`${node.url}/oidc/auth?${query}`, { follow: false });
    expect(page.status).toBe(400);
    expect(page.headers.get('location')).toBeNull();
    expect(page.html).toContain('<html');
    expect(page.html).not.toMatch(/(href|action|src)="https:\/\/evil/);
  });

  test('to look for a client whom only an address names', async () => {
    const before = server.asked.length;
    const query = new URLSearchParams({ client_id: `${server.url}/nobody`, request_uri: 'urn:x' });
    const page = await new TestBrowser().get(`${node.url}/oidc/auth?${query}`, { follow: false });
    expect(page.status).toBe(400);
    expect(server.asked.length).toBe(before);
  });

  test('to look for more than twenty unknown clients in a minute for one address', async () => {
    const before = server.asked.length;
    const names = Array.from({ length: 30 }, (_, i) => server.entity(`spray-${i}`));
    const answers = await Promise.all(names.map((entity) => push(entity, node.url)));
    const errors = answers.map(({ body }) => body.error);
    expect(errors.filter((error) => error === 'temporarily_unavailable').length).toBeGreaterThanOrEqual(10);
    expect(server.asked.length - before).toBeLessThanOrEqual(30);
    expect((await push(client, node.url)).status).toBe(201);
  });
});
