import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestClock, type TestNode, testClock, testNode } from '../../../testing/index.ts';
import { createToken } from '../../identity/index.ts';
import { probeModule } from '../probe-module.ts';

const probe = probeModule();
let node: TestNode;
let clock: TestClock;
let token: string;
let other: string;
beforeAll(async () => {
  clock = testClock();
  node = await testNode({ modules: [probe], clock });
  const make = async (permissions: string[]) =>
    (
      await node.kernel.database.transaction((tx) =>
        createToken(tx, node.kernel, { name: 'API', permissions }),
      )
    ).token;
  token = await make(['probe.write']);
  other = await make(['*']);
});
afterAll(() => node.stop());

type Json = Record<string, unknown>;
const api = (path: string, init: RequestInit & { as?: string } = {}) => {
  const { as, ...rest } = init;
  const authorization: Record<string, string> = as === undefined ? {} : { authorization: `Bearer ${as}` };
  return fetch(`${node.url}/api/v1${path}`, {
    ...rest,
    headers: { 'content-type': 'application/json', ...authorization, ...(rest.headers as object) },
  });
};
const act = (body: unknown, headers: Record<string, string> = {}, as = token) =>
  api('/probe', { method: 'POST', as, headers, body: JSON.stringify(body) });

const keptActs = async (title: string) =>
  (
    await node.kernel.db
      .selectFrom('setting')
      .select('name')
      .where('name', 'like', `probe:${title}:%`)
      .execute()
  ).length;

describe('lists', () => {
  test('are read to the end by their cursor, each item once', async () => {
    const seen: number[] = [];
    let path: string | undefined = '/probe';
    for (let i = 0; path !== undefined && i < 10; i++) {
      const answer = await api(path);
      const { items, next } = (await answer.json()) as { items: Array<{ n: number }>; next: string | null };
      seen.push(...items.map(({ n }) => n));
      const link = answer.headers.get('link');
      expect(link === null).toBe(next === null);
      path = /<\/api\/v1(.*)>; rel="next"/.exec(link ?? '')?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
  });

  test('give twenty at first, and at most a hundred', async () => {
    const count = async (query: string) =>
      ((await (await api(`/probe${query}`)).json()) as { items: [] }).items.length;
    expect(await count('')).toBe(20);
    expect(await count('?limit=7')).toBe(7);
    expect(await count('?even=yes&limit=100')).toBe(22);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'even=no', 'unknown=1', 'after='])(
    'refuse %s',
    async (query) => {
      const answer = await api(`/probe?${query}`);
      expect(answer.status).toBe(422);
      expect(((await answer.json()) as Json).errors).toMatchObject([{ in: 'query' }]);
    },
  );

  test('refuse a cursor that they did not make', async () => {
    for (const after of ['bm9wZQ', '%F0%9F%98%80', Buffer.from('"x"').toString('base64url')]) {
      const answer = await api(`/probe?after=${after}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'bad-cursor' });
    }
  });
});

describe('problems', () => {
  test('name every fault with a pointer, in the language asked for', async () => {
    const answer = await act({ title: 'x'.repeat(21), extra: 1 }, { 'accept-language': 'es' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('content-language')).toBe('es');
    expect(await answer.json()).toMatchObject({
      code: 'invalid-request',
      title: 'Hay algo que corregir',
      errors: [
        { in: 'body', pointer: '/title', detail: 'Use como máximo 20 caracteres.' },
        { in: 'body', pointer: '', detail: 'No conocemos estos campos: extra.' },
      ],
    });
  });

  test('nobody may write without a token, and not everybody with one', async () => {
    expect((await api('/probe', { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await act({ title: 'x' }, {}, 'koinon_wrong')).status).toBe(401);
    const reader = await node.kernel.database.transaction((tx) =>
      createToken(tx, node.kernel, { name: 'none', permissions: [] }),
    );
    const answer = await act({ title: 'x' }, {}, reader.token);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'not-permitted', permission: 'probe.write' });
  });

  test.each([
    ['not JSON', '{', 400],
    ['NUL in a text', '{"title":"a\\u0000"}', 400],
    ['no body', '', 422],
    ['an array', '[]', 422],
    ['__proto__', '{"__proto__":{"title":"x"}}', 422],
  ])('%s is refused', async (_name, body, status) => {
    expect((await api('/probe', { method: 'POST', as: token, body })).status).toBe(status);
  });

  test('another media type is refused', async () => {
    const answer = await api('/probe', {
      method: 'POST',
      as: token,
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect(answer.status).toBe(415);
  });

  test('an unknown path is a problem too', async () => {
    const answer = await fetch(`${node.url}/api/v1/nothing`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('updates', () => {
  const put = (headers: Record<string, string>) =>
    api('/probe/3', { method: 'PUT', as: token, headers, body: '{"n":4}' });

  test('must name the version that they change', async () => {
    expect((await put({})).status).toBe(428);
    const read = await api('/probe/3');
    const tag = read.headers.get('etag') ?? '';
    expect(tag).toBe('"v1"');
    const changed = await put({ 'if-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).toBe('"v2"');
  });

  test.each([
    ['"v0", "v1"', 200],
    ['*', 200],
    ['W/"v1"', 412],
    ['"v0"', 412],
    ['v1', 400],
  ])('with If-Match: %s are answered %i', async (tag, status) => {
    expect((await put({ 'if-match': tag })).status).toBe(status);
  });

  test('of an old version are told both versions', async () => {
    const answer = await put({ 'if-match': '"v0"' });
    expect(answer.status).toBe(412);
    expect(await answer.json()).toMatchObject({ code: 'stale-version', yours: 'v0', current: 'v1' });
  });
});

describe('acts', () => {
  test('answer 201 with the record', async () => {
    const answer = await act({ title: 'plain' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ jti: expect.any(String), status: 'logged' });
  });

  test('with one key happen once, and are answered alike', async () => {
    const first = await act({ title: 'once' }, { 'idempotency-key': 'k-1' });
    const again = await act({ title: 'once' }, { 'idempotency-key': 'k-1' });
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
    expect(probe.acts.filter((title) => title === 'once')).toHaveLength(1);
  });

  test('a key belongs to one request of one actor', async () => {
    await act({ title: 'mine' }, { 'idempotency-key': 'k-2' });
    const changed = await act({ title: 'changed' }, { 'idempotency-key': 'k-2' });
    expect(changed.status).toBe(422);
    expect(await changed.json()).toMatchObject({ code: 'idempotency-key-reused' });
    expect((await act({ title: 'theirs' }, { 'idempotency-key': 'k-2' }, other)).status).toBe(201);
    expect((await act({ title: 'x' }, { 'idempotency-key': 'bad key' })).status).toBe(400);
  });

  test('a second request while the first runs is told to wait', async () => {
    const first = act({ title: 'slow' }, { 'idempotency-key': 'k-3' });
    await vi.waitFor(() => expect(probe.reached).toContain('slow'));
    const second = await act({ title: 'slow' }, { 'idempotency-key': 'k-3' });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ code: 'idempotency-key-busy' });
    probe.release();
    expect((await first).status).toBe(201);
    expect(probe.acts.filter((title) => title === 'slow')).toHaveLength(1);
  });

  test('happen once, even where the process dies between the commit and the answer', async () => {
    const gone = new AbortController();
    const died = api('/probe', {
      method: 'POST',
      as: token,
      headers: { 'idempotency-key': 'k-6' },
      body: '{"title":"dies"}',
      signal: gone.signal,
    }).catch(() => null);
    await vi.waitFor(async () => expect(await keptActs('dies')).toBe(1));
    gone.abort();
    await died;
    clock.advance(3 * 60_000);
    await node.restart();
    const retried = await act({ title: 'dies' }, { 'idempotency-key': 'k-6' });
    expect(retried.status).toBe(201);
    expect(retried.headers.get('idempotency-replayed')).toBe('true');
    expect(await retried.json()).toMatchObject({ status: 'logged', jti: expect.any(String) });
    expect(await keptActs('dies')).toBe(1);
  });

  test('a key belongs to the whole request: its query and its If-Match too', async () => {
    const key = { 'idempotency-key': 'k-7' };
    await act({ title: 'query' }, key);
    const loud = await api('/probe?loud=yes', {
      method: 'POST',
      as: token,
      headers: key,
      body: '{"title":"query"}',
    });
    expect(loud.status).toBe(422);
    const waiting = await api('/probe?wait=logged', {
      method: 'POST',
      as: token,
      headers: key,
      body: '{"title":"query"}',
    });
    expect(waiting.headers.get('idempotency-replayed')).toBe('true');
    const change = (tag: string) =>
      api('/probe/3', {
        method: 'PUT',
        as: token,
        headers: { 'idempotency-key': 'k-8', 'if-match': tag },
        body: '{"n":4}',
      });
    expect((await change('"v1"')).status).toBe(200);
    expect((await change('"v1"')).headers.get('idempotency-replayed')).toBe('true');
    expect((await change('"v1", "v2"')).status).toBe(422);
  });

  test('a failed act may be tried again with its key', async () => {
    expect((await act({ title: 'boom' }, { 'idempotency-key': 'k-4' })).status).toBe(500);
    expect(await keptActs('boom')).toBe(0);
    expect((await act({ title: 'fine' }, { 'idempotency-key': 'k-4' })).status).toBe(201);
  });

  test('a key is forgotten after a day', async () => {
    await act({ title: 'daily' }, { 'idempotency-key': 'k-5' });
    clock.advance(24 * 3_600_000 - 1000);
    expect(
      (await act({ title: 'daily' }, { 'idempotency-key': 'k-5' })).headers.get('idempotency-replayed'),
    ).toBe('true');
    clock.advance(2000);
    expect(
      (await act({ title: 'daily' }, { 'idempotency-key': 'k-5' })).headers.get('idempotency-replayed'),
    ).toBeNull();
    expect(probe.acts.filter((title) => title === 'daily')).toHaveLength(2);
  });
});

describe('the description', () => {
  test('is OpenAPI 3.1 that names every route, parameter and answer', async () => {
    const answer = await api('/openapi.json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const openapi = (await answer.json()) as { openapi: string; paths: Record<string, Record<string, Json>> };
    expect(openapi.openapi).toBe('3.1.0');
    expect(Object.keys(openapi.paths)).toEqual(['/probe', '/probe/{n}']);
    const list = openapi.paths['/probe']?.get as { parameters: Array<{ name: string }> };
    expect(list.parameters.map(({ name }) => name)).toEqual(['even', 'limit', 'after']);
    const change = openapi.paths['/probe/{n}']?.put as {
      parameters: Json[];
      security: Json[];
      requestBody: Json;
    };
    expect(change.parameters.map(({ name, in: where }) => `${where} ${name}`)).toEqual([
      'path n',
      'header Idempotency-Key',
      'header If-Match',
    ]);
    expect(change.security).toEqual([{ staffToken: [] }]);
    expect(JSON.stringify(change.requestBody)).toContain('"integer"');
    expect(JSON.stringify(openapi)).not.toContain('$schema');
  });
});
