import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testLogin } from '../../kernel/login/testing/login-nodes.ts';
import { cookieName } from '../../kernel/web/cookies.ts';
import { modules } from '../../main.ts';
import { type TestNode, type TestPerson, testClock, testNode, testPerson } from '../../testing/index.ts';

const HOUR = 3_600_000;
const clock = testClock();
const login = testLogin({ methods: [{ type: 'passkey', level: 'low', notified: false }] });
const HOST = 'node.example';
let node: TestNode;
/** At a name: there, and only there, passkeys can be added. */
let named: TestNode;
beforeAll(async () => {
  node = await testNode({ modules, clock, config: { login } });
  named = await testNode({ modules, clock, config: { login, origin: `https://${HOST}` } });
}, 60_000);
afterAll(async () => {
  await node?.stop();
  await named?.stop();
});

/** A page of the node at a name. `fetch` names no other host than the one it asks. */
async function pageOfNamed({ cookie }: TestPerson, path: string): Promise<string> {
  const headers = { host: HOST, cookie: `${cookieName(named.kernel.identity, 'session')}=${cookie}` };
  const [answer] = (await once(get(named.url + path, { headers }), 'response')) as [IncomingMessage];
  return await text(answer);
}

async function keep(account: string, label: string | null = null): Promise<void> {
  await node.kernel.db
    .insertInto('passkey')
    .values({
      id: randomBytes(16).toString('base64url'),
      account,
      public_key: new Uint8Array(32),
      counter: 0,
      level: 'low',
      notified: false,
      label,
      created_at: clock.now(),
      used_at: null,
    })
    .execute();
}

const pathsIn = (html: string) => [
  ...new Set(
    [...html.matchAll(/href="(\/login\/passkeys\/[0-9a-f]{64})"/g)].map(([, path]) => path as string),
  ),
];

async function list(person: TestPerson): Promise<{ html: string; paths: string[] }> {
  const html = await (await person.get('/login/passkeys')).text();
  return { html, paths: pathsIn(html) };
}

/** Somebody whom nothing but passkeys lets in. */
async function onlyPasskeys(name: string, count: number): Promise<TestPerson> {
  const person = await testPerson(node, { name });
  await node.kernel.db.deleteFrom('account_identifier').where('account', '=', person.account).execute();
  for (let i = 0; i < count; i++) await keep(person.account, `Key ${i}`);
  return person;
}

describe('my passkeys', () => {
  test('are on the page of my account, and only there where the node has the method', async () => {
    const there = await pageOfNamed(await testPerson(named, { name: 'Mari' }), '/account');
    expect(there).toContain('href="/login/passkeys"');
    const here = await (await testPerson(node, { name: 'Mari' })).get('/account');
    expect(await here.text()).not.toContain('href="/login/passkeys"');
  });

  test('are listed with name and times, and can be named', async () => {
    const person = await testPerson(node, { name: 'Liis' });
    await keep(person.account, 'Firefox, Linux');
    const { html, paths } = await list(person);
    expect(html).toContain('Firefox, Linux');
    expect(html).toContain('Not used yet');
    const renamed = await person.post(`${paths[0]}/name`, { name: ' <b>my phone</b> ' });
    expect(renamed.headers.get('location')).toBe('/login/passkeys?renamed');
    expect((await list(person)).html).toContain('&lt;b&gt;my phone&lt;/b&gt;');
    const long = await person.post(`${paths[0]}/name`, { name: 'x'.repeat(81) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('x'.repeat(81));
  });

  test('are nobody else’s to see, name or take out', async () => {
    const [person, other] = [await onlyPasskeys('Jaan', 2), await testPerson(node, { name: 'Peeter' })];
    const [path] = (await list(person)).paths;
    expect((await other.get(path as string)).status).toBe(404);
    expect((await other.post(`${path}/name`, { name: 'mine' })).status).toBe(404);
    expect((await other.post(`${path}/remove`, { sure: 'yes' })).status).toBe(404);
    const guest = await testPerson(node, { name: 'guest', home: 'https://home.example' });
    expect((await guest.get('/login/passkeys')).status).toBe(403);
    expect((await list(person)).html).not.toContain('mine');
  });

  test('can be taken out while another way stays', async () => {
    const person = await onlyPasskeys('Toomas', 2);
    const [path] = (await list(person)).paths;
    const page = await (await person.get(path as string)).text();
    expect(page).not.toContain('only way to log in');
    expect((await person.post(`${path}/remove`)).headers.get('location')).toBe('/login/passkeys?removed');
    expect((await list(person)).paths).toHaveLength(1);
  });

  test('are not taken out by accident where one is the only way to log in', async () => {
    const person = await onlyPasskeys('Kadri', 1);
    const [path] = (await list(person)).paths;
    expect(await (await person.get(path as string)).text()).toContain('your only way to log in');
    expect((await person.post(`${path}/remove`)).status).toBe(422);
    expect((await list(person)).paths).toHaveLength(1);
    expect((await person.post(`${path}/remove`, { sure: 'yes' })).status).toBe(303);
    expect((await list(person)).paths).toHaveLength(0);
  });

  test('are not the only way where an address or an eID logs in too', async () => {
    const person = await testPerson(node, { name: 'Anu' });
    await keep(person.account);
    const [path] = (await list(person)).paths;
    expect(await (await person.get(path as string)).text()).not.toContain('only way to log in');
  });

  test('are added and taken out by who logged in within the last hour only', async () => {
    const person = await onlyPasskeys('Rein', 2);
    const [path] = (await list(person)).paths;
    const adding = await testPerson(named, { name: 'Rein' });
    expect(await pageOfNamed(adding, '/login/passkey')).toContain('data-use="create"');
    clock.advance(HOUR + 1000);
    expect(await (await person.get(path as string)).text()).toContain('Log in again first');
    expect((await person.post(`${path}/remove`, { sure: 'yes' })).status).toBe(403);
    const stale = await pageOfNamed(adding, '/login/passkey');
    expect(stale).toContain('Log in again first');
    expect(stale).not.toContain('data-use="create"');
    expect((await list(person)).paths).toHaveLength(2);
  });
});
