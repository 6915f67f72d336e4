import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  notes,
  type TestClock,
  type TestNode,
  testClock,
  testNode,
  testPerson,
} from '../../testing/index.ts';
import { account } from './index.ts';

const HOUR = 3_600_000;
let node: TestNode;
let clock: TestClock;
beforeAll(async () => {
  clock = testClock();
  node = await testNode({ modules: [notes, account], clock });
});
afterAll(() => node.stop());

const publish = (account: string) =>
  node.kernel.database.transaction((tx) =>
    node.kernel.records.publish(
      tx,
      {
        type: 'person',
        account,
        issuer: node.kernel.identity.origin,
        name: null,
        assurance: { level: 'high', notified: true },
        permissions: [],
      },
      { kind: 'notes/note@1', sub: `/notes/${account}`, body: { text: 'x' }, personal: { name: 'Mari' } },
    ),
  );

describe('my account', () => {
  test('asks whoever is not logged in to do so, and comes back', async () => {
    const answer = await fetch(`${node.url}/account`, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=/account']);
    for (const path of ['/account/receipts', '/account/data.json', '/account/erase']) {
      expect((await fetch(node.url + path, { headers: { accept: 'text/html' } })).status, path).toBe(401);
    }
  });

  test('shows who is logged in, how surely and where, and is kept by no cache', async () => {
    const mari = await testPerson(node, { name: 'Mari <b>' });
    const answer = await mari.get('/account');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    expect(html).toContain('Mari &lt;b&gt;');
    expect(html).toContain('Firefox, Linux');
    expect(html).toContain('>high<');
    expect(html).not.toContain(mari.cookie);
  });

  test('ends another session, or all others, and never one of somebody else', async () => {
    const [here, there, elsewhere] = [
      await testPerson(node, { name: 'sessions' }),
      await testPerson(node, { name: 'sessions' }),
      await testPerson(node, { name: 'sessions' }),
    ];
    const stranger = await testPerson(node, { name: 'stranger' });
    const works = async (one: typeof here) => (await one.get('/account')).headers.get('location') === null;
    const idsOf = async (one: typeof here) =>
      [...(await (await one.get('/account')).text()).matchAll(/name="session" value="([0-9a-f]{64})"/g)].map(
        ([, id = '']) => id,
      );
    const ids = await idsOf(here);
    expect(ids).toHaveLength(2);
    await stranger.post('/account/sessions/end', { session: ids[0] ?? '' });
    expect(await idsOf(here)).toHaveLength(2);
    await here.post('/account/sessions/end', { session: ids[0] ?? '' });
    expect([await works(there), await works(elsewhere)].filter(Boolean)).toHaveLength(1);
    await here.post('/account/sessions/end-others');
    expect([await works(here), await works(there), await works(elsewhere), await works(stranger)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('changes how a person is addressed; a guest stays without a name', async () => {
    const mari = await testPerson(node, { name: 'old name' });
    expect((await mari.post('/account/name', { name: ' New name ' })).status).toBe(303);
    expect(await (await mari.get('/account')).text()).toContain('>New name<');
    expect((await mari.post('/account/name', { name: 'x'.repeat(101) })).status).toBe(422);
    const guest = await testPerson(node, { name: 'g', home: 'https://home.example' });
    await guest.post('/account/name', { name: 'Real name' });
    const html = await (await guest.get('/account')).text();
    expect(html).not.toContain('Real name');
    expect(html).toContain('home.example');
  });
});

describe('my receipts', () => {
  test('list what the person published, each with its receipt once it is in the log', async () => {
    const mari = await testPerson(node, { name: 'publisher' });
    expect(await (await mari.get('/account/receipts')).text()).toContain('Nothing yet');
    const { jti } = await publish(mari.account);
    await vi.waitFor(async () => {
      const html = await (await mari.get('/account/receipts')).text();
      expect(html).toContain(`/records/${jti}/receipt`);
    }, 5000);
    const other = await testPerson(node, { name: 'reader' });
    expect(await (await other.get('/account/receipts')).text()).not.toContain(jti);
  });
});

describe('my data', () => {
  test('come as a file', async () => {
    const mari = await testPerson(node, { name: 'data' });
    const answer = await mari.get('/account/data.json');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-\d{4}-/);
    expect(await answer.json()).toMatchObject({
      node: node.kernel.identity.origin,
      tables: { account: { rows: [{ display_name: 'data' }] } },
    });
  });
});

describe('erasing my account', () => {
  test('asks to be sure, then erases, logs out everywhere and says so', async () => {
    const mari = await testPerson(node, { name: 'leaving' });
    await publish(mari.account);
    expect((await mari.post('/account/erase')).status).toBe(422);
    const done = await mari.post('/account/erase', { sure: 'yes' });
    expect(done.headers.get('location')).toBe('/account/erased');
    expect((await mari.get('/account')).headers.get('location')).toBe('/sign-in?to=/account');
    const row = await node.kernel.db
      .selectFrom('account')
      .selectAll()
      .where('id', '=', mari.account)
      .executeTakeFirst();
    expect(row).toMatchObject({ subject: null, display_name: null });
    expect((await fetch(`${node.url}/account/erased`)).status).toBe(200);
  });

  test('needs a login of the last hour', async () => {
    const mari = await testPerson(node, { name: 'forgetful' });
    clock.advance(HOUR);
    expect(await (await mari.get('/account/erase')).text()).toContain('/sign-in?to=/account/erase');
    expect((await mari.post('/account/erase', { sure: 'yes' })).status).toBe(403);
    expect((await mari.get('/account')).status).toBe(200);
  });
});
