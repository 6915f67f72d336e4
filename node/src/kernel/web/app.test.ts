import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestNode, testNode } from '../../testing/index.ts';
import { createToken } from '../identity/index.ts';
import { probeModule } from './probe-module.ts';
import { DEFAULT_RATE_LIMITS } from './rate-limits.ts';

let node: TestNode;
let token: string;
beforeAll(async () => {
  node = await testNode({
    modules: [probeModule()],
    rateLimits: { failure: { points: 100_000, seconds: 1 }, signIn: { points: 3, seconds: 900 } },
  });
  const made = await node.kernel.database.transaction((tx) =>
    createToken(tx, node.kernel, { name: 'Mari', permissions: ['probe.*'] }),
  );
  token = made.token;
});
afterAll(() => node.stop());

const HTML = { accept: 'text/html' };
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(node.url + path, { headers: { ...HTML, ...headers }, redirect: 'manual' });

/** A browser's cookies and the form token of its page. */
async function browser() {
  const cookies = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const open = async (path: string) => keep(await get(path, { cookie: cookie() }));
  const csrf = async () => /value="([^"]+)"/.exec(await (await open('/probe/form')).text())?.[1] ?? '';
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    keep(
      await fetch(node.url + path, {
        method: 'POST',
        headers: { ...HTML, origin: node.url, cookie: cookie(), ...headers },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
    );
  return { open, csrf, post, cookies };
}

describe('every answer', () => {
  test.each([
    '/probe',
    '/nothing-here',
    '/probe/boom',
    '/log/checkpoint',
    '/assets/nothing.css',
    '/api/v1/probe',
  ])('%s forbids scripts, frames, sniffing and leaking', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toMatch(/^(same|cross)-origin$/);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('a foreign host is refused, whatever the path', async () => {
    for (const path of ['/', '/probe', '/log/checkpoint', '/api/v1/probe']) {
      const answer = await node.app.request(`http://evil.example${path}`, {
        headers: { host: 'evil.example' },
      });
      expect(answer.status).toBe(421);
      expect(await answer.text()).not.toContain('evil.example');
    }
  });

  test('probes may ask by address', async () => {
    const answer = await node.app.request('http://10.0.0.7/health', { headers: { host: '10.0.0.7' } });
    expect(answer.status).not.toBe(421);
  });
});

test('where the database is away the page says since when, and where our records can still be read', async () => {
  node.kernel.health.set('database', 'failing', 'connect');
  const answer = await get('/probe/away');
  node.kernel.health.set('database', 'ok');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await answer.text()).toMatch(/This began today \d\d:\d\d\. What this node has published/);
});

describe('public pages', () => {
  test('are compressed, tagged, and not sent twice', async () => {
    const first = await node.app.request(`${node.url}/probe`, {
      headers: { ...HTML, 'accept-encoding': 'br, gzip' },
    });
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(first.headers.get('vary')).toBe('Accept, Accept-Encoding, Accept-Language, Cookie');
    const body = Buffer.from(await first.arrayBuffer());
    expect(brotliDecompressSync(body).toString()).toContain('Probe.');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/".+"$/);
    const again = await get('/probe', { 'if-none-match': `"other", ${tag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get('/probe', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('come in gzip to those who read nothing newer, and plain to the rest', async () => {
    const ask = (encodings: string) =>
      node.app.request(`${node.url}/probe`, { headers: { ...HTML, 'accept-encoding': encodings } });
    const gzip = await ask('gzip, br;q=0');
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toContain('Probe.');
    const plain = await ask('identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toContain('Probe.');
  });

  test('HEAD has the headers of GET and no body', async () => {
    const answer = await fetch(`${node.url}/probe`, { method: 'HEAD', headers: HTML });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).not.toBeNull();
    expect(await answer.text()).toBe('');
  });

  test('the stylesheet is immutable and small', async () => {
    const link =
      /href="(\/assets\/koinon\.[^"]+\.css)"/.exec(await (await get('/nothing')).text())?.[1] ?? '';
    const answer = await node.app.request(node.url + link, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(25_000);
  });

  test('remember the language and the colours that the reader chose', async () => {
    const reader = await browser();
    expect(await (await reader.open('/nothing?lang=he')).text()).toContain('<html lang="he" dir="rtl"');
    expect(await (await reader.open('/nothing?scheme=dark')).text()).toContain(
      '<html lang="he" dir="rtl" data-color-scheme="dark"',
    );
    expect(await (await reader.open('/nothing?lang=xx')).text()).toContain('<html lang="he"');
    expect(await (await get('/nothing', { 'accept-language': 'fi' })).text()).toContain('<html lang="fi"');
  });
});

describe('errors', () => {
  test('people get a page with search and doors, programs a problem', async () => {
    const page = await get('/nothing-here');
    expect(page.status).toBe(404);
    const html = await page.text();
    expect(html).toContain('action="/search"');
    expect(
      html.match(/href="\/(take-part|commitments|shared-work|data-and-facts|partners)"/g)?.length,
    ).toBeGreaterThan(4);
    const problem = await fetch(`${node.url}/nothing-here`, {
      headers: { accept: 'application/json', 'accept-language': 'et' },
    });
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
    expect(await problem.json()).toEqual({
      type: `${node.url}/api#not-found`,
      title: 'Siin ei ole midagi',
      status: 404,
      detail: expect.stringContaining('Sellel aadressil ei ole midagi'),
      code: 'not-found',
      requestId: problem.headers.get('x-request-id'),
    });
  });

  test('what broke is not told to the outside', async () => {
    for (const accept of ['text/html', 'application/json']) {
      const answer = await fetch(`${node.url}/probe/boom`, { headers: { accept } });
      expect(answer.status).toBe(500);
      const text = await answer.text();
      expect(text).toContain(answer.headers.get('x-request-id'));
      expect(text).not.toContain('secret');
      expect(text).not.toContain('.ts');
    }
  });

  test('the wrong method is told the right ones', async () => {
    const answer = await fetch(`${node.url}/probe/form`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
  });

  test.each(['/probe/%ff', '/probe/%00', '/probe?q=%00', '/probe?q=%E0%A4', '/probe/%'])(
    '%s is malformed',
    async (path) => {
      expect((await get(path)).status).toBe(400);
    },
  );

  test('a value that only the database refuses is the request’s fault', async () => {
    expect((await get('/probe/database')).status).toBe(400);
  });

  test('the suffix or Accept chooses the form of an answer', async () => {
    const chosen = async (path: string, accept: string) => await (await get(path, { accept })).json();
    expect(await chosen('/probe/things/a.json', 'text/html')).toEqual({ name: 'a', format: 'json' });
    expect(await chosen('/probe/things/a', 'application/json')).toEqual({ name: 'a', format: 'json' });
    expect(await chosen('/probe/things/a.b', '*/*')).toEqual({ name: 'a.b', format: 'html' });
    expect(await chosen('/probe/things/a', 'text/html;q=0.5, application/*;q=0.6')).toMatchObject({
      format: 'json',
    });
  });
});

describe('forms', () => {
  test('go through with the token of their own browser', async () => {
    const own = await browser();
    const answer = await own.post('/probe/form', { csrf: await own.csrf(), name: 'Ana' });
    expect(await answer.text()).toBe('hello Ana');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('carry a different token each time, so that compression tells nothing', async () => {
    const own = await browser();
    expect(await own.csrf()).not.toBe(await own.csrf());
  });

  test('a page with a token is kept by no cache', async () => {
    const answer = await get('/probe/form');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.getSetCookie().join()).toMatch(/koinon_visit_[0-9a-f]{8}=.+HttpOnly; SameSite=Lax/);
  });

  test('are refused from other sites, without a token, or with another browser’s', async () => {
    const own = await browser();
    const other = await browser();
    const csrf = await own.csrf();
    const fields = { name: 'Ana' };
    expect(
      (await own.post('/probe/form', { ...fields, csrf }, { origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect((await own.post('/probe/form', { ...fields, csrf }, { origin: 'null' })).status).toBe(403);
    expect((await own.post('/probe/form', fields)).status).toBe(403);
    expect((await own.post('/probe/form', { ...fields, csrf: await other.csrf() })).status).toBe(403);
    expect((await own.post('/probe/form', { ...fields, csrf: 'x' })).status).toBe(403);
    const noOrigin = await fetch(`${node.url}/probe/form`, {
      method: 'POST',
      body: new URLSearchParams({ csrf }),
    });
    expect(noOrigin.status).toBe(403);
  });

  test('what was typed is shown back when the form expired, ready to be sent again', async () => {
    const own = await browser();
    const refused = await own.post('/probe/form', {
      csrf: 'old',
      name: 'A<b>na',
      emptied: '',
      token: 'koinon_secret',
    });
    const html = await refused.text();
    expect(html).toContain('This form has expired');
    expect(html).toContain('A&lt;b&gt;na');
    expect(html).not.toContain('koinon_secret');
    expect(html).toContain('action="/probe/form"');
    expect(html).toContain('name="emptied" value=""');
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await own.post('/probe/form', { csrf, name: 'Ana' })).status).toBe(200);
  });

  test('what was typed is shown back when the node breaks', async () => {
    const own = await browser();
    const answer = await own.post('/probe/boom', { csrf: await own.csrf(), story: 'a long story' });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('a long story');
  });

  test('say what to put right, in the reader’s language', async () => {
    const own = await browser();
    const csrf = await own.csrf();
    const send = async (fields: Record<string, string>) =>
      await (await own.post('/probe/form?lang=en', { csrf, ...fields })).json();
    expect(await send({})).toMatchObject({ errors: { name: 'Fill this in.' } });
    expect(await send({ name: 'Anastasia' })).toEqual({
      ok: false,
      errors: { name: 'Use at most 5 characters.' },
      typed: { name: ['Anastasia'] },
    });
  });

  test('bodies over the limit of their path are refused, with or without a stated length', async () => {
    const own = await browser();
    const csrf = await own.csrf();
    expect((await own.post('/probe/form', { csrf, name: 'x'.repeat(600_000) })).status).toBe(413);
    expect((await own.post('/probe/upload', { csrf, name: 'x'.repeat(5000) })).status).toBe(413);
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const endless = await fetch(`${node.url}/probe/form`, {
      method: 'POST',
      headers: { origin: node.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: stream,
      duplex: 'half',
    } as RequestInit).catch((error: Error) => error);
    // The node may answer, or cut the connection while the client still sends.
    expect(endless instanceof Error || endless.status === 413).toBe(true);
  });

  test('NUL and other media types are refused', async () => {
    const own = await browser();
    const csrf = await own.csrf();
    expect((await own.post('/probe/form', { csrf, name: 'a\0b' })).status).toBe(400);
    expect((await own.post('/probe/form', { csrf }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await own.post('/probe/form', { csrf }, { 'content-type': 'multipart/form-data' })).status).toBe(
      400,
    );
  });
});

describe('signing in', () => {
  test('opens a session that ends with signing out, and never keeps the earlier cookie', async () => {
    const own = await browser();
    const name = `koinon_session_${node.kernel.identity.shortId}`;
    expect((await own.post('/probe/sign-in', { csrf: await own.csrf(), token })).status).toBe(200);
    const first = own.cookies.get(name);
    const me = await own.open('/probe/me');
    expect(await me.text()).toBe('Mari');
    expect(me.headers.get('cache-control')).toBe('no-store');
    await own.post('/probe/sign-in', { csrf: await own.csrf(), token });
    expect(own.cookies.get(name)).not.toBe(first);
    expect(await (await get('/probe/me', { cookie: `${name}=${first}` })).text()).toBe('nobody');
    const last = own.cookies.get(name);
    await own.post('/probe/sign-out', { csrf: await own.csrf() });
    expect(own.cookies.has(name)).toBe(false);
    expect(await (await get('/probe/me', { cookie: `${name}=${last}` })).text()).toBe('nobody');
  });

  test('keeps only the hash of cookie and token', async () => {
    const own = await browser();
    await own.post('/probe/sign-in', { csrf: await own.csrf(), token });
    const cookie = own.cookies.get(`koinon_session_${node.kernel.identity.shortId}`) ?? '';
    const stored = JSON.stringify([
      await node.kernel.db.selectFrom('session').selectAll().execute(),
      await node.kernel.db.selectFrom('token').selectAll().execute(),
    ]);
    expect(cookie).not.toBe('');
    expect(stored).not.toContain(cookie);
    expect(stored).not.toContain(token);
  });

  test('a Bearer token works on pages, a wrong one is refused', async () => {
    expect(await (await get('/probe/me', { authorization: `Bearer ${token}` })).text()).toBe('Mari');
    const wrong = await get('/probe/me', { authorization: `Bearer koinon_${'A'.repeat(43)}` });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('a session cookie counts for nothing at the API', async () => {
    const own = await browser();
    await own.post('/probe/sign-in', { csrf: await own.csrf(), token });
    const cookie = [...own.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${node.url}/api/v1/probe`, {
      method: 'POST',
      headers: { cookie, origin: node.url, 'content-type': 'application/json' },
      body: '{"title":"x"}',
    });
    expect(answer.status).toBe(401);
  });

  test('is slowed down after a few wrong tries', async () => {
    const own = await browser();
    const csrf = await own.csrf();
    const tries = [];
    for (let i = 0; i < 4; i++)
      tries.push((await own.post('/probe/sign-in', { csrf, token: 'koinon_wrong' })).status);
    expect(tries).toEqual([401, 401, 401, 429]);
    const refused = await own.post('/probe/sign-in?lang=en', { csrf, token, to: '/log' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const html = await refused.text();
    expect(html).toContain('Try again in 15 minutes.');
    expect(html).not.toContain('value="/log"');
  });
});

test('too many failed requests are refused, but never files of the log', async () => {
  const limited = await testNode({
    modules: [probeModule()],
    rateLimits: { failure: { points: 5, seconds: 60 } },
  });
  try {
    const statuses = [];
    for (let i = 0; i < 8; i++) statuses.push((await fetch(`${limited.url}/nothing`)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 429, 429]);
    expect((await fetch(`${limited.url}/probe`)).status).toBe(429);
    expect((await fetch(`${limited.url}/.well-known/koinon`)).status).toBe(200);
  } finally {
    await limited.stop();
  }
  expect(DEFAULT_RATE_LIMITS.failure.points).toBeGreaterThan(100);
});
