import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClock, type TestDatabase, testClock, testDatabase } from '../../testing/index.ts';
import { makeRegistry } from '../module/registry.ts';
import { allPermissions, can, createToken, listTokens, revokeToken, sweepSessions } from './index.ts';
import { closeSession, openSession, readSession, type SessionServices } from './sessions.ts';
import { actorOfToken } from './tokens.ts';

const modules = makeRegistry(
  [
    {
      name: 'practices',
      messages: async () => ({}),
      permissions: ['practices.publish', 'practices.withdraw'],
    },
  ],
  [],
);
const HOUR = 3_600_000;
let database: TestDatabase;
let clock: TestClock;
let services: SessionServices;
beforeAll(async () => {
  database = await testDatabase();
  clock = testClock();
  services = { db: database.db, database, clock, modules, identity: { origin: 'https://own.example' } };
});
afterAll(() => database.close());

const actorOf = async (cookie: string) => (await readSession(services, cookie))?.actor ?? null;

const make = (permissions: string[] = ['*'], expiresAt: Date | null = null) =>
  database.transaction((tx) => createToken(tx, { clock, modules }, { name: 'Mari', permissions, expiresAt }));

describe('a staff token', () => {
  test('is 256 random bits, shown once, kept as a hash', async () => {
    const { token } = await make();
    expect(token).toMatch(/^koinon_[A-Za-z0-9_-]{43}$/);
    const rows = await database.db.selectFrom('token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(7));
    expect((await make()).token).not.toBe(token);
  });

  test('gives its actor and notes when it was used, not more than once a minute', async () => {
    const { id, token } = await make(['practices.publish']);
    expect(await actorOfToken(database.db, clock, token)).toEqual({
      type: 'staff',
      id,
      name: 'Mari',
      permissions: ['practices.publish'],
    });
    const used = async () =>
      (await listTokens(database.db)).find((one) => one.id === id)?.lastUsedAt?.getTime();
    const first = await used();
    expect(first).toBe(clock.now().getTime());
    clock.advance(30_000);
    await actorOfToken(database.db, clock, token);
    expect(await used()).toBe(first);
    clock.advance(31_000);
    await actorOfToken(database.db, clock, token);
    expect(await used()).toBe(clock.now().getTime());
  });

  test('ends at its time, or when it is revoked, once', async () => {
    const short = await make(['*'], new Date(clock.now().getTime() + HOUR));
    clock.advance(HOUR - 1);
    expect(await actorOfToken(database.db, clock, short.token)).not.toBeNull();
    clock.advance(1);
    expect(await actorOfToken(database.db, clock, short.token)).toBeNull();
    const { id, token } = await make();
    await database.transaction((tx) => revokeToken(tx, clock, id));
    expect(await actorOfToken(database.db, clock, token)).toBeNull();
    await expect(database.transaction((tx) => revokeToken(tx, clock, id))).rejects.toThrow(
      expect.objectContaining({ code: 'no-such-token' }),
    );
  });

  test.each(['', 'koinon_', 'x', `koinon_${'A'.repeat(44)}`, `koinon_${'A'.repeat(43)}`, "' or 1=1 --"])(
    'is not %j',
    async (token) => {
      expect(await actorOfToken(database.db, clock, token)).toBeNull();
    },
  );

  test('is made only with permissions that exist', async () => {
    expect(allPermissions(modules)).toContain('practices.publish');
    await make(['practices.*', 'kernel.tokens']);
    for (const permission of ['practices.publsh', 'projects.*', 'practices', '', '**']) {
      await expect(make([permission])).rejects.toThrow(
        expect.objectContaining({ code: 'unknown-permission' }),
      );
    }
  });
});

describe('can', () => {
  const staff = (...permissions: string[]) => ({ type: 'staff', id: '1', name: 'x', permissions }) as const;

  test('lets staff do what they hold, and nothing that only looks like it', () => {
    expect(can(staff('practices.publish'), 'practices.publish')).toBe(true);
    expect(can(staff('practices.*'), 'practices.publish')).toBe(true);
    expect(can(staff('*'), 'practices.publish')).toBe(true);
    expect(can(staff('practices.publish'), 'practices.withdraw')).toBe(false);
    expect(can(staff('practice.*'), 'practices.publish')).toBe(false);
    expect(can(staff(), 'practices.publish')).toBe(false);
  });

  test('lets the system do everything, partners and the public nothing that needs a permission', () => {
    expect(can({ type: 'system', reason: 'seed' }, 'practices.publish')).toBe(true);
    expect(can({ type: 'partner', node: 'https://x' }, 'practices.publish')).toBe(false);
    expect(can({ type: 'anonymous' }, 'practices.publish')).toBe(false);
  });
});

describe('a session', () => {
  const open = async (earlier?: string) =>
    openSession(services, (await make()).token, { earlierCookie: earlier });

  test('lasts while it is used, twelve hours after the last time, a week in all', async () => {
    const { cookie } = await open();
    for (let i = 0; i < 15; i++) {
      clock.advance(11 * HOUR);
      expect(await actorOf(cookie)).not.toBeNull();
    }
    clock.advance(4 * HOUR);
    expect(await actorOf(cookie)).toBeNull();
    const idle = await open();
    clock.advance(12 * HOUR);
    expect(await actorOf(idle.cookie)).toBeNull();
  });

  test('ends with its token', async () => {
    const { id, token } = await make();
    const { cookie } = await openSession(services, token);
    await database.transaction((tx) => revokeToken(tx, clock, id));
    expect(await actorOf(cookie)).toBeNull();
    const short = await make(['*'], new Date(clock.now().getTime() + HOUR));
    const opened = await openSession(services, short.token);
    clock.advance(HOUR);
    expect(await actorOf(opened.cookie)).toBeNull();
  });

  test('replaces the earlier one of the browser, and ends on request', async () => {
    const first = await open();
    const second = await open(first.cookie);
    expect(await actorOf(first.cookie)).toBeNull();
    expect(await actorOf(second.cookie)).not.toBeNull();
    await closeSession(services, second.cookie);
    expect(await actorOf(second.cookie)).toBeNull();
  });

  test('is not opened by a wrong token', async () => {
    await expect(openSession(services, 'koinon_wrong')).rejects.toThrow(
      expect.objectContaining({ code: 'bad-token' }),
    );
  });

  test('leaves no row behind once it is over', async () => {
    await open();
    clock.advance(13 * HOUR);
    await sweepSessions(services);
    expect(await database.db.selectFrom('session').selectAll().execute()).toEqual([]);
  });
});
