import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClock, type TestDatabase, testClock, testDatabase } from '../../testing/index.ts';
import { openKeys } from '../keys/database-keys.ts';
import type { Keys } from '../keys/keys.ts';
import { makeRegistry } from '../module/registry.ts';
import { findOrMakeOwnAccount } from './accounts.ts';
import { addIdentifier, removeIdentifier } from './identifiers.ts';
import type { Assurance } from './level.ts';
import { readSession } from './sessions.ts';
import { signInPerson } from './sign-in-person.ts';

const OWN = 'https://own.example';
const HOME = 'https://home.example';
const HIGH: Assurance = { level: 'high', notified: true };
const modules = makeRegistry(
  [{ name: 'practices', messages: async () => ({}), roles: { editor: ['practices.publish'] } }],
  [],
);

let database: TestDatabase;
let clock: TestClock;
let keys: Keys;
let services: Parameters<typeof signInPerson>[0] & { keys: Keys };
beforeAll(async () => {
  database = await testDatabase();
  clock = testClock();
  keys = await openKeys(database, new Uint8Array(32), clock);
  services = { db: database.db, database, clock, modules, identity: { origin: OWN }, keys };
});
afterAll(() => database.close());

const own = (identifier: string, assurance = HIGH) =>
  database.transaction((tx) => findOrMakeOwnAccount(tx, services, { identifier, assurance, name: 'Mari' }));
const signIn = (subject: string, issuer = HOME, more = {}) =>
  signInPerson(services, { issuer, subject, method: 'test', assurance: HIGH, at: clock.now() }, more);

describe('an own account', () => {
  test('is found again by the identifier that made it, and kept under a hash of that only', async () => {
    const first = await own('eid test 38001085718');
    const again = await own('eid test 38001085718');
    expect([first.made, again.made]).toEqual([true, false]);
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ issuer: OWN, name: 'Mari' });
    const rows = await database.db.selectFrom('account_identifier').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('38001085718');
  });

  test('is one where two first logins come at once', async () => {
    const [one, two] = await Promise.all([own('eid test at once'), own('eid test at once')]);
    expect(one.id).toBe(two.id);
    expect([one.made, two.made].sort()).toEqual([false, true]);
  });

  test('takes further identifiers, but none of another account', async () => {
    const mari = await own('eid test 1');
    const jaan = await own('eid test 2');
    const add = (account: typeof mari, identifier: string) =>
      database.transaction((tx) => addIdentifier(tx, services, account, { identifier, assurance: HIGH }));
    await add(mari, 'email mari@example.org');
    expect((await own('email mari@example.org')).id).toBe(mari.id);
    await expect(add(jaan, 'email mari@example.org')).rejects.toMatchObject({ code: 'identifier-taken' });
  });

  test('is not entered, nor made a second time, with a lasting identifier that was taken off it', async () => {
    const account = await own('eid test stolen');
    await database.transaction((tx) => removeIdentifier(tx, services, account.id, 'eid test stolen'));
    await expect(own('eid test stolen')).rejects.toMatchObject({ code: 'identifier-removed' });
    await database.transaction((tx) =>
      addIdentifier(tx, services, account, { identifier: 'eid test stolen', assurance: HIGH }),
    );
    expect((await own('eid test stolen')).id).toBe(account.id);
  });

  test('forgets an e-mail address that was taken off it', async () => {
    const none: Assurance = { level: 'none', notified: false };
    const account = await own('email shared@example.org', none);
    await database.transaction((tx) =>
      removeIdentifier(tx, services, account.id, 'email shared@example.org'),
    );
    expect((await own('email shared@example.org', none)).id).not.toBe(account.id);
  });
});

describe('logging in a person', () => {
  test('opens a session that holds method, level and time', async () => {
    const { cookie, actor } = await signIn('pairwise-1');
    expect(actor).toEqual({ type: 'guest', account: actor.account, issuer: HOME, assurance: HIGH });
    expect(await readSession(services, cookie)).toEqual({
      actor,
      login: { method: 'test', assurance: HIGH, at: clock.now() },
    });
  });

  test('knows a guest again by home node and pseudonym together', async () => {
    const { actor } = await signIn('same');
    expect((await signIn('same')).actor.account).toBe(actor.account);
    expect((await signIn('same', 'https://elsewhere.example')).actor.account).not.toBe(actor.account);
    const both = await Promise.all([signIn('new at once'), signIn('new at once')]);
    expect(both[0].actor.account).toBe(both[1].actor.account);
  });

  test('gives own people the permissions of their roles, there where they hold them', async () => {
    const { id, subject } = await own('eid test editor');
    const grant = (role: 'editor' | 'administrator', resource: string | null) => ({
      id: crypto.randomUUID(),
      account: id,
      role,
      resource,
      granted_at: clock.now(),
      granted_by: 'test',
    });
    await database.db.insertInto('role_grant').values(grant('editor', '/practices/1')).execute();
    const { cookie, actor } = await signIn(subject, OWN);
    expect(actor).toMatchObject({
      type: 'person',
      name: 'Mari',
      permissions: [],
      permissionsAt: { '/practices/1': ['kernel.withdraw', 'practices.publish'] },
    });
    await database.db.insertInto('role_grant').values(grant('administrator', null)).execute();
    expect((await readSession(services, cookie))?.actor).toMatchObject({ permissions: ['*'] });
  });

  test('makes no account for own people by itself', async () => {
    await expect(signIn('unknown', OWN)).rejects.toMatchObject({ code: 'no-such-account' });
  });

  test('ends the earlier session of the browser, whoever it belonged to', async () => {
    const first = await signIn('rotate');
    const second = await signIn('somebody else', HOME, { earlierCookie: first.cookie });
    expect(await readSession(services, first.cookie)).toBeNull();
    expect(second.cookie).not.toBe(first.cookie);
  });

  test('keeps of the browser what a person recognises it by', async () => {
    const userAgent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0';
    await signIn('labelled', HOME, { userAgent });
    const rows = await database.db.selectFrom('session').select('browser').execute();
    expect(rows.map((row) => row.browser)).toContain('Edge, Windows');
  });
});
