import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { configurationClaims, JWT_KINDS, signStatement } from '@koinon/trust';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { testKey } from '../../../../packages/trust/test/support/entities.ts';
import { type TestClock, type TestNode, testAlliance, testClock } from '../../testing/index.ts';
import { unixSeconds } from '../clock.ts';
import { readSubordinate } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import { LastKey, TooSoon } from '../keys/error.ts';
import { retireKey, rotateKey } from '../keys/rotate.ts';
import { historyOf } from '../log/history.ts';
import { PARTNER_KEYS, type PartnerKeysBody, readEvidence, syncPartner } from './index.ts';
import type { Partner } from './trust-store.ts';

const operator: Actor = { type: 'system', reason: 'test' };
const DAY = 86_400_000;

describe('a partner whose keys change while both run', () => {
  let nodes: TestNode[];
  let us: TestNode;
  let they: TestNode;
  let clock: TestClock;
  beforeAll(async () => {
    clock = testClock(new Date('2026-03-01T10:17:00Z'));
    nodes = await testAlliance(2, { clock });
    [us, they] = nodes as [TestNode, TestNode];
  }, 60_000);
  afterAll(() => Promise.all(nodes.map((node) => node.stop())));

  const theirs = async () => (await us.kernel.trust.partner(they.kernel.identity.origin)) as Partner;
  const followedTo = async (size: number) =>
    await vi.waitFor(
      async () => {
        const { log } = await theirs();
        const row = await us.kernel.db
          .selectFrom('log')
          .select('size')
          .where('id', '=', log)
          .executeTakeFirst();
        expect(row?.size).toBeGreaterThanOrEqual(size);
      },
      { timeout: 15_000, interval: 50 },
    );
  const sizeOf = async (node: TestNode) =>
    (
      await node.kernel.db
        .selectFrom('log')
        .select('size')
        .where('id', '=', node.kernel.ownLog)
        .executeTakeFirstOrThrow()
    ).size;
  /** Publishes something, and waits until we have followed it. */
  const stillFollowed = async () => {
    const before = await sizeOf(they);
    await rotateKey(they.kernel, operator, 'record');
    await followedTo(before + 1);
    expect(await theirs()).toMatchObject({ state: 'active', lastError: null });
  };
  const changes = async () => {
    const sub = `${us.kernel.identity.origin}/partners/${they.kernel.identity.host}/keys`;
    return await historyOf<PartnerKeysBody>(us.kernel.db, { log: us.kernel.ownLog, sub, kind: PARTNER_KEYS });
  };
  const sync = async () => await syncPartner(us.kernel, await theirs());
  const stated = async () =>
    (
      await readSubordinate(us.kernel.db, us.kernel.identity.origin, they.kernel.identity.origin)
    )?.jwks.keys.map(({ kid }) => kid);

  test('is checked against its own log, which tells the same keys', async () => {
    await followedTo(2);
    const { decision } = await sync();
    const found = Object.fromEntries(decision.steps.map(({ code, ok }) => [code, ok]));
    expect(found).toMatchObject({ 'log-keys': true, 'node-keys': true, 'record-keys': true });
    expect(await changes()).toEqual([]);
  });

  test('gets a new record key by its log', async () => {
    const [old] = they.kernel.keys.signers('record');
    await rotateKey(they.kernel, operator, 'record');
    await retireKey(they.kernel, operator, old?.id ?? '');
    await stillFollowed();
    const { decision } = await sync();
    expect(decision.steps.find(({ code }) => code === 'record-keys')).toMatchObject({ ok: true });
  });

  test.each(['log', 'witness'] as const)(
    'gets a new %s key by its chain: taken with evidence, the old one counting for a day more',
    async (purpose) => {
      const [old] = they.kernel.keys.signers(purpose);
      await rotateKey(they.kernel, operator, purpose);
      await expect(retireKey(they.kernel, operator, old?.id ?? '')).rejects.toThrow(TooSoon);
      const keysOf = async () => {
        const { logOrigin, witnessName } = await theirs();
        if (purpose === 'log') return await us.kernel.trust.logKeys(logOrigin);
        const witnesses = await us.kernel.trust.witnesses();
        return witnesses.find(({ name }) => name === witnessName)?.vkeys ?? [];
      };
      const before = (await keysOf()).length;
      // Its log tells of the key, which wakes us to look at the chain.
      await vi.waitFor(async () => expect((await keysOf()).length).toBeGreaterThan(before), 15_000);
      const [latest] = await changes();
      expect(latest?.body?.changes).toMatchObject([{ use: purpose, ending: [] }]);
      const raw = await readEvidence(us.kernel.db, latest?.body?.evidence ?? '');
      expect(raw?.length).toBeGreaterThan(1);
      clock.advance(DAY + 60_000);
      await retireKey(they.kernel, operator, old?.id ?? '');
      await stillFollowed();
      const { changes: ended } = await sync();
      const all = [...ended, ...((await changes())[0]?.body?.changes ?? [])];
      expect(all.some(({ use, ending }) => use === purpose && ending.length > 0)).toBe(true);
      const during = (await keysOf()).length;
      clock.advance(DAY + 60_000);
      await sync();
      expect((await keysOf()).length).toBeLessThan(during);
      await stillFollowed();
    },
  );

  test('gets a new federation key by a statement that the old one signs and its log tells too', async () => {
    const [old] = they.kernel.keys.signers('federation');
    const { id } = await rotateKey(they.kernel, operator, 'federation');
    await vi.waitFor(async () => expect(await stated()).toEqual([old?.id, id]), 15_000);
    clock.advance(DAY);
    await retireKey(they.kernel, operator, old?.id ?? '');
    await vi.waitFor(async () => expect(await stated()).toEqual([id]), 15_000);
    expect((await us.kernel.resolver.refresh(they.kernel.identity.origin)).decision.trusted).toBe(true);
    const added = (await changes()).flatMap(
      ({ body }) => body?.changes.flatMap((change) => change.added) ?? [],
    );
    expect(added).toContain(id);
  });

  test('whose federation key was lost gets the next one by its log alone', async () => {
    const [lost] = they.kernel.keys.signers('federation');
    await expect(retireKey(they.kernel, operator, lost?.id ?? '')).rejects.toThrow(LastKey);
    const { id } = await rotateKey(they.kernel, operator, 'federation');
    await retireKey(they.kernel, operator, lost?.id ?? '', { lost: true });
    await vi.waitFor(async () => expect(await stated()).toEqual([id]), 15_000);
    expect((await us.kernel.resolver.refresh(they.kernel.identity.origin)).decision.trusted).toBe(true);
  });

  test('that was added before nodes stated each other is stated from what its log tells', async () => {
    await us.kernel.db.deleteFrom('subordinate').execute();
    const { decision, changes: made } = await sync();
    expect(decision.trusted).toBe(true);
    expect(made).toMatchObject([{ use: 'federation' }]);
    expect(await stated()).toEqual(they.kernel.keys.signers('federation').map(({ id }) => id));
  });

  test('whose host was taken over is refused and shown, and keeps the keys it had', async () => {
    const { origin } = they.kernel.identity;
    const before = {
      stated: await stated(),
      keys: await us.kernel.trust.logKeys((await theirs()).logOrigin),
    };
    const port = Number(new URL(they.url).port);
    const intruder = testKey('intruder');
    let server: Server | undefined;
    await they.restart(async () => {
      server = createServer((_, response) => {
        const claims = configurationClaims({
          entityId: origin,
          iat: unixSeconds(clock),
          jwks: { keys: [intruder.jwk] },
          metadata: {},
        });
        const jws = signStatement(claims, intruder);
        response.writeHead(200, { 'content-type': JWT_KINDS.entityStatement.mediaType }).end(jws);
      }).listen(port, '127.0.0.1');
      await once(server, 'listening');
      try {
        const { decision, changes: made } = await sync();
        expect(decision.trusted).toBe(false);
        expect(decision.reason).toMatchObject({ code: 'link-key' });
        expect(made).toEqual([]);
        expect((await theirs()).decision?.trusted).toBe(false);
        expect(await stated()).toEqual(before.stated);
        expect(await us.kernel.trust.logKeys((await theirs()).logOrigin)).toEqual(before.keys);
      } finally {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    });
    expect((await sync()).decision.trusted).toBe(true);
  });
});
