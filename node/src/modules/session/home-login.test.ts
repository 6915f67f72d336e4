import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unixSeconds } from '../../kernel/clock.ts';
import { type EntityServer, entityServer } from '../../kernel/federation/testing/entity-server.ts';
import { loginNodes } from '../../kernel/login/testing/login-nodes.ts';
import { becomeProvider, pin, type RawProvider } from '../../kernel/login/testing/raw-party.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { removePartner } from '../../kernel/trust/index.ts';
import { type OpenPage, TestBrowser, type TestNode } from '../../testing/index.ts';

const OPERATOR = { type: 'system', reason: 'test' } as const;

let home: TestNode;
let away: TestNode;
let server: EntityServer;
beforeAll(async () => {
  [home, away] = (await loginNodes(2)) as [TestNode, TestNode];
  server = await entityServer(() => unixSeconds(away.kernel.clock));
}, 120_000);
afterAll(async () => {
  await Promise.all([home, away].map((node) => node?.stop()));
  await server?.close();
});

/** From the choice at one node to the consent page of the other, logged in there as one of its people. */
async function toConsent(
  browser: TestBrowser,
  { from = away, person = 'mari', query = '?to=/practices' } = {},
): Promise<OpenPage> {
  const choice = await browser.get(`${from.url}/sign-in${query}`);
  const signIn = await browser.press(choice, /^\/login\/home\//);
  if (/\/login\/consent\//.test(signIn.url)) return signIn;
  const eid = await browser.press(signIn, /^\/login\/test-eid/);
  return await browser.send(eid, '/login/test-eid', { person });
}

/** Agrees, and says where the browser is sent with the code. */
async function toCallback(browser: TestBrowser, consent: OpenPage, answer = 'yes'): Promise<string> {
  const back = await browser.send(consent, new URL(consent.url).pathname, { answer });
  const resume = /href="(\/oidc\/auth\/[^"]+)"/.exec(back.html)?.[1];
  const gone = await browser.get(new URL(resume ?? '', consent.url).href, { follow: false });
  return gone.headers.get('location') ?? '';
}

const sessionsOf = (node: TestNode) => node.kernel.db.selectFrom('session').selectAll().execute();
const accountsOf = (node: TestNode) => node.kernel.db.selectFrom('account').selectAll().execute();

describe('a citizen of another node', () => {
  test('logs in with the login of home, and comes back to where they were', async () => {
    const browser = new TestBrowser();
    const consent = await toConsent(browser);
    expect(consent.url).toMatch(`${home.url}/login/consent/`);
    const back = await browser.send(consent, new URL(consent.url).pathname, { answer: 'yes' });
    const arrived = await browser.press(back, /^\/oidc\/auth\//);
    expect(arrived.url).toBe(`${away.url}/practices`);
    const [account, ...others] = await accountsOf(away);
    expect(others).toEqual([]);
    expect(account).toMatchObject({ issuer: home.url, display_name: null });
    expect(consent.html).toContain(account?.subject as string);
    expect(await sessionsOf(away)).toMatchObject([{ method: 'home', level: 'substantial', notified: false }]);
    expect(arrived.html).not.toContain('Mari');
  });

  test('is the same guest next time, and another one than their neighbour', async () => {
    const before = await accountsOf(away);
    for (const person of ['mari', 'jaan', 'jaan']) {
      const browser = new TestBrowser();
      await browser.get(await toCallback(browser, await toConsent(browser, { person })));
    }
    expect((await accountsOf(away)).length).toBe(before.length + 1);
  });

  test('logs in the other way round too, with no registration', async () => {
    const browser = new TestBrowser();
    const arrived = await browser.get(await toCallback(browser, await toConsent(browser, { from: home })));
    expect(arrived.url).toBe(`${home.url}/practices`);
    const guests = (await accountsOf(home)).filter(({ issuer }) => issuer === away.url);
    expect(guests).toHaveLength(1);
  });

  test('is asked first about the home that they chose last', async () => {
    const browser = new TestBrowser();
    await toConsent(browser);
    const choice = await browser.get(`${away.url}/sign-in`);
    expect(choice.html).toContain(`href="/login/home/${new URL(home.url).host}" rel="nofollow"`);
  });

  test('gets a new session, and the one that was there before ends', async () => {
    const browser = new TestBrowser();
    await browser.get(await toCallback(browser, await toConsent(browser)));
    const name = [...browser.cookies.keys()].find((one) =>
      one.endsWith(`session_${away.kernel.identity.shortId}`),
    );
    const first = browser.cookies.get(name ?? '') as string;
    await browser.get(await toCallback(browser, await toConsent(browser)));
    expect(browser.cookies.get(name ?? '')).not.toBe(first);
    const rows = await away.kernel.db
      .selectFrom('session')
      .select('id')
      .where('id', '=', sha256Hex(first))
      .execute();
    expect(rows).toEqual([]);
  });

  test('is told where the login is not sure enough, and nothing is passed', async () => {
    const browser = new TestBrowser();
    const consent = await toConsent(browser, { query: '?to=/practices&level=high' });
    expect(consent.html).toContain('not sure enough');
    const action = new URL(consent.url).pathname;
    const forced = await browser.send(consent, action, { answer: 'yes' });
    expect(forced.status).toBe(403);
    expect(forced.html).toContain('Nothing was passed');
  });

  test('may decline, and is told so', async () => {
    const browser = new TestBrowser();
    const arrived = await browser.get(await toCallback(browser, await toConsent(browser), 'no'));
    expect(arrived.status).toBe(403);
    expect(arrived.html).toContain('You chose to pass nothing');
  });

  test('sees what a home node calls itself as text, whatever it holds', async () => {
    const partner = away.kernel.db.updateTable('partner').where('state', '=', 'active');
    const called = (name: string) => partner.set({ name, profile: JSON.stringify({ name }) }).execute();
    await called('<img src=x onerror=alert(1)>');
    const { html } = await new TestBrowser().get(`${away.url}/sign-in`);
    await called('Home');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x');
  });
});

describe('a callback is refused', () => {
  test('where it comes a second time', async () => {
    const browser = new TestBrowser();
    const callback = await toCallback(browser, await toConsent(browser));
    expect((await browser.get(callback)).status).toBe(200);
    const again = await browser.get(callback);
    expect(again.status).toBe(403);
    expect(again.html).toContain('did not begin in this browser');
  });

  test('where it names another issuer, and after that altogether', async () => {
    const browser = new TestBrowser();
    const callback = await toCallback(browser, await toConsent(browser));
    const mixed = new URL(callback);
    mixed.searchParams.set('iss', away.url);
    expect((await browser.get(mixed.href)).status).toBe(403);
    expect((await browser.get(callback)).status).toBe(403);
  });

  test('in another browser than the one that began, which may go on itself', async () => {
    const browser = new TestBrowser();
    const callback = await toCallback(browser, await toConsent(browser));
    const other = new TestBrowser();
    expect((await other.get(callback)).status).toBe(403);
    expect([...other.cookies.keys()].some((name) => name.includes('session'))).toBe(false);
    expect((await browser.get(callback)).status).toBe(200);
  });

  test('with a state that was never given', async () => {
    const url = `${away.url}/login/callback?code=x&state=y&iss=${encodeURIComponent(home.url)}`;
    expect((await new TestBrowser().get(url)).status).toBe(403);
  });
});

describe('this node, with a home that shares no code with it', () => {
  let provider: RawProvider;
  let id: string;
  const begin = (needs: { level: 'none' | 'low' | 'substantial' | 'high' } = { level: 'substantial' }) =>
    away.kernel.login.home.begin(id, { needs, to: '/practices', browser: 'b' });
  const finish = (more: Record<string, string> = {}) => {
    const callback = new URL(`${away.url}/login/callback`);
    const { state } = provider.pushed.at(-1) ?? {};
    callback.search = new URLSearchParams({ code: 'c', state: state ?? '', iss: id, ...more }).toString();
    return away.kernel.login.home.finish(callback, 'b');
  };
  const acr = 'http://eidas.europa.eu/LoA/substantial';

  beforeAll(async () => {
    const entity = server.entity('home');
    id = entity.id;
    provider = becomeProvider(server, entity);
    await pin(away, entity);
  });

  test('takes pseudonym, level and time from the token', async () => {
    const url = await begin();
    expect(url.origin + url.pathname).toBe(`${id}/authorize`);
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    expect(provider.pushed.at(-1)).toMatchObject({
      client_id: away.url,
      redirect_uri: `${away.url}/login/callback`,
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
    });
    provider.claims = { acr };
    expect(await finish()).toMatchObject({
      issuer: id,
      subject: 'someone',
      assurance: { level: 'substantial', notified: true },
      to: '/practices',
    });
  });

  test.each([
    ['a lower level', { acr: 'http://eidas.europa.eu/LoA/low' }],
    ['a level by a name that no scheme has', { acr: 'http://eidas.europa.eu/LoA/NotNotified/high' }],
    ['no level', { acr: undefined }],
  ])('judges the level itself: %s is not enough', async (_, claims) => {
    await begin();
    provider.claims = claims;
    await expect(finish()).rejects.toMatchObject({ code: 'login-home-level-too-low' });
  });

  test.each([
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['for another node', { aud: 'https://elsewhere.example' }],
    ['of another login', { nonce: 'other' }],
    ['that has expired', { exp: 1_700_000_000 }],
    ['of a login that is still to come', { auth_time: Math.floor(Date.now() / 1000) + 3600 }],
  ])('refuses a token %s', async (_, claims) => {
    await begin();
    provider.claims = { acr, ...claims };
    await expect(finish()).rejects.toMatchObject({ code: 'login-home-answer-invalid' });
  });

  test('refuses a token that another key signed than those of the chain', async () => {
    await begin();
    provider.claims = { acr };
    provider.signer = server.entity('stranger');
    await expect(finish()).rejects.toMatchObject({ code: 'login-home-answer-invalid' });
  });

  test('says that the home does not trust it', async () => {
    provider.error = 'invalid_trust_chain';
    await expect(begin()).rejects.toMatchObject({ code: 'login-home-distrusts-us' });
    provider.error = 'server_error';
    await expect(begin()).rejects.toMatchObject({ code: 'login-home-refused' });
  });

  test('asks no home that nobody vouches for', async () => {
    const outsider = server.entity('outsider');
    const asked = becomeProvider(server, outsider);
    const login = away.kernel.login.home.begin(outsider.id, {
      needs: { level: 'none' },
      to: '/',
      browser: 'b',
    });
    await expect(login).rejects.toMatchObject({ code: 'login-home-not-trusted' });
    expect(asked.pushed).toEqual([]);
  });

  test.each([
    ['an endpoint at another origin', { token_endpoint: 'https://elsewhere.example/token' }],
    ['no automatic registration', { client_registration_types_supported: ['explicit'] }],
    ['no iss in its answers', { authorization_response_iss_parameter_supported: false }],
    ['no keys of its own', { jwks: undefined }],
    ['no algorithm that is taken here', { id_token_signing_alg_values_supported: ['HS256'] }],
  ])('takes no home with %s', async (what, more) => {
    const entity = server.entity(`unfit-${what.replaceAll(/[^a-z]/g, '')}`);
    becomeProvider(server, entity, more);
    await pin(away, entity);
    const login = away.kernel.login.home.begin(entity.id, {
      needs: { level: 'none' },
      to: '/',
      browser: 'b',
    });
    await expect(login).rejects.toMatchObject({ code: 'login-home-without-login' });
  });
});

describe('a home that nobody vouches for any more', () => {
  test('is shown with each step of the decision, and with what to do', async () => {
    const { db, resolver } = away.kernel;
    const stated = db.selectFrom('subordinate').selectAll().where('subject', '=', home.url);
    const row = await stated.executeTakeFirstOrThrow();
    await db.deleteFrom('subordinate').where('subject', '=', home.url).execute();
    const { status, html } = await new TestBrowser().get(`${away.url}/login/home/${new URL(home.url).host}`);
    expect(status).toBe(403);
    expect(html).toContain('How this was decided, step by step');
    expect(html).toContain('Nobody whom we trust vouches for the key that signed.');
    expect(html).toContain('by phone whether they changed their key');
    expect(html).toMatch(/<code dir="ltr">fetch-configuration<\/code>/);
    await db
      .insertInto('subordinate')
      .values({ ...row, jwks: JSON.stringify(row.jwks) })
      .execute();
    resolver.forget(home.url);
    const browser = new TestBrowser();
    expect((await browser.get(await toCallback(browser, await toConsent(browser)))).status).toBe(200);
  });
});

describe('after a partner was removed', () => {
  test('no login goes on that had begun, and none begins, on either side', async () => {
    const browser = new TestBrowser();
    const callback = await toCallback(browser, await toConsent(browser));
    await removePartner(home.kernel, OPERATOR, { host: new URL(away.url).host });
    const arrived = await browser.get(callback);
    expect(arrived.status).toBeGreaterThanOrEqual(400);
    expect(arrived.html).toContain('You are not logged in');
    const there = await new TestBrowser().get(`${away.url}/login/home/${new URL(home.url).host}`);
    expect(there.status).toBeGreaterThanOrEqual(400);
    const here = await new TestBrowser().get(`${home.url}/login/home/${new URL(away.url).host}`);
    expect(here.status).toBeGreaterThanOrEqual(400);
    expect(here.way).toHaveLength(1);
  });
});
