import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestNode, testNode } from '../../testing/index.ts';
import { probeModule } from './probe-module.ts';

const ORIGIN = 'https://node.example';
let node: TestNode;
beforeAll(async () => {
  node = await testNode({
    modules: [probeModule()],
    config: { origin: ORIGIN, host: 'node.example', trustProxy: true },
  });
});
afterAll(() => node.stop());

test('under https the answer says so, and cookies are bound to the host', async () => {
  const answer = await node.app.request(`${ORIGIN}/probe/form`, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000');
  expect(answer.headers.getSetCookie().join()).toMatch(
    /^__Host-koinon_visit_[0-9a-f]{8}=[^;]+; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test('behind a trusted proxy, its word on host and request id counts', async () => {
  const ask = (headers: Record<string, string>) =>
    node.app.request('http://127.0.0.1:4100/probe', { headers });
  const good = await ask({ 'x-forwarded-host': 'node.example', 'x-request-id': 'proxy-1234' });
  expect(good.status).toBe(200);
  expect(good.headers.get('x-request-id')).toBe('proxy-1234');
  expect((await ask({ 'x-forwarded-host': 'evil.example' })).status).toBe(421);
  const odd = await ask({ 'x-forwarded-host': 'node.example:443', 'x-request-id': '<script>' });
  expect(odd.status).toBe(200);
  expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/);
});
