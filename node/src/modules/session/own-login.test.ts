import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntityServer, entityServer } from '../../kernel/federation/testing/entity-server.ts';
import { testLogin } from '../../kernel/login/testing/login-nodes.ts';
import { becomeProvider, type RawProvider } from '../../kernel/login/testing/raw-party.ts';
import { modules } from '../../main.ts';
import { TestBrowser, type TestNode, testNode } from '../../testing/index.ts';

let node: TestNode;
let server: EntityServer;
let provider: RawProvider;
let issuer: string;
beforeAll(async () => {
  server = await entityServer(() => Math.floor(Date.now() / 1000));
  const entity = server.entity('eid');
  issuer = entity.id;
  provider = becomeProvider(server, entity);
  server.answers.set('/eid/.well-known/openid-configuration', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...entity.rest.metadata?.openid_provider, jwks_uri: `${issuer}/jwks` }));
  });
  server.answers.set('/eid/jwks', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(entity.jwks));
  });
  const [testEid, email] = testLogin().methods;
  if (!testEid || !email) throw new Error('no methods');
  node = await testNode({
    modules,
    config: {
      demo: true,
      login: testLogin({
        methods: [
          email,
          testEid,
          { type: 'passkey', level: 'low', notified: false },
          {
            type: 'openid',
            id: 'eid',
            name: { en: 'National eID' },
            issuer,
            clientId: 'koinon',
            scope: 'openid',
            level: 'low',
            notified: false,
            levels: { 'urn:high': { level: 'high', notified: true } },
          },
        ],
      }),
    },
    rateLimits: { signIn: { points: 100, seconds: 900 } },
  });
}, 120_000);
afterAll(async () => {
  await node?.stop();
  await server?.close();
});

const outbox = () => join(node.config.dataDir, 'outbox');
async function letters(): Promise<string[]> {
  const names = await readdir(outbox()).catch(() => []);
  return await Promise.all(names.sort().map((name) => readFile(join(outbox(), name), 'utf8')));
}
const linkIn = (letter: string | undefined) => /http\S+\/login\/mail\/\S+/.exec(letter ?? '')?.[0] ?? '';
const isIn = (html: string) => html.includes('action="/sign-out"');

async function ask(browser: TestBrowser, email: string) {
  const page = await browser.get(`${node.url}/sign-in?to=/practices`);
  return await browser.send(page, '/login/mail', { email });
}

describe('a link in a letter', () => {
  test('logs in the browser that asked for it, once, and comes back to where the person was', async () => {
    const browser = new TestBrowser();
    expect((await ask(browser, ' Mari@Example.org ')).html).toContain('mari@example.org');
    const link = linkIn((await letters()).at(-1));
    const arrived = await browser.get(link);
    expect(arrived.url).toBe(`${node.url}/practices`);
    expect(isIn(arrived.html)).toBe(true);
    expect((await browser.get(link)).status).toBe(403);
    expect((await new TestBrowser().get(link)).status).toBe(403);
  });

  test('asks first in another browser, where a program that reads letters may have opened it', async () => {
    await ask(new TestBrowser(), 'jaan@example.org');
    const link = linkIn((await letters()).at(-1));
    const other = new TestBrowser();
    const question = await other.get(link);
    expect(isIn(question.html)).toBe(false);
    const arrived = await other.send(question, new URL(link).pathname);
    expect(isIn(arrived.html)).toBe(true);
  });

  test('says the same whether the address has an account, and when no letter goes out any more', async () => {
    const browser = new TestBrowser();
    const plain = (html: string) => html.replace(/value="[^"]*"/g, '').replaceAll(/\b[0-9a-f]{12}\b/g, '');
    const known = await ask(browser, 'mari@example.org');
    const unknown = await ask(browser, 'zoe2@example.org');
    expect(plain(unknown.html).replaceAll('zoe2', 'mari')).toBe(plain(known.html));
    for (let i = 0; i < 6; i++) await ask(browser, 'flood@example.org');
    const sent = (await letters()).filter((letter) => letter.includes('To: flood@example.org'));
    expect(sent).toHaveLength(4);
  });

  test('goes to no address that is none, and keeps what was typed', async () => {
    const page = await ask(new TestBrowser(), 'not an address');
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="not an address"');
  });

  test('makes an account of which neither name nor address is kept', async () => {
    const rows = await Promise.all(
      (['account', 'account_identifier', 'session'] as const).map((table) =>
        node.kernel.db.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(rows)).not.toContain('example.org');
  });
});

describe('an OpenID Provider of the operator', () => {
  const toCallback = async (browser: TestBrowser) => {
    const gone = await browser.get(`${node.url}/login/with/eid?to=/practices`, { follow: false });
    const url = new URL(gone.headers.get('location') ?? '');
    expect(url.origin + url.pathname).toBe(`${issuer}/authorize`);
    const { state } = provider.pushed.at(-1) ?? {};
    return `${node.url}/login/with/eid/callback?${new URLSearchParams({ code: 'c', state: state ?? '', iss: issuer })}`;
  };

  test('logs in, with the level that is agreed for what it says', async () => {
    provider.claims = { acr: 'urn:high', sub: 'EE38001085718' };
    const browser = new TestBrowser();
    const callback = await toCallback(browser);
    const arrived = await browser.get(callback);
    expect(arrived.url).toBe(`${node.url}/practices`);
    const session = await node.kernel.db
      .selectFrom('session')
      .selectAll()
      .where('method', '=', 'eid')
      .executeTakeFirstOrThrow();
    expect(session).toMatchObject({ level: 'high', notified: true });
    expect((await browser.get(callback)).status).toBe(403);
  });

  test('lets nobody in by a means that has no level, or in another browser', async () => {
    provider.claims = { acr: 'urn:unknown' };
    const browser = new TestBrowser();
    expect((await browser.get(await toCallback(browser))).status).toBe(403);
    provider.claims = { acr: 'urn:high' };
    expect((await new TestBrowser().get(await toCallback(new TestBrowser()))).status).toBe(403);
  });

  test('is not believed with a signature of another', async () => {
    provider.claims = { acr: 'urn:high' };
    const { signer } = provider;
    provider.signer = server.entity('stranger');
    const browser = new TestBrowser();
    expect((await browser.get(await toCallback(browser))).status).toBe(502);
    provider.signer = signer;
  });
});

describe('what cannot work here', () => {
  test('is not offered: no passkey at an address that is a number', async () => {
    const page = await new TestBrowser().get(`${node.url}/sign-in`);
    expect(page.html).not.toContain('/login/passkey');
    expect((await new TestBrowser().get(`${node.url}/login/passkey`)).status).toBe(404);
  });

  test('no address but one of this node is gone to after a login', async () => {
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const browser = new TestBrowser();
      const url = `${node.url}/login/test-eid?person=mari&to=${encodeURIComponent(to)}`;
      expect((await browser.get(url, { follow: false })).headers.get('location')).toBe('/');
    }
  });
});
