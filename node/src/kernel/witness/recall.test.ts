import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originHash, parseCheckpoint, parseNote } from '@koinon/transparency-log';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  befriend,
  freshServerDatabase,
  type TestNode,
  testNode,
  testPeering,
  testServerUrl,
} from '../../testing/index.ts';
import { restoreBackup, writeBackup } from '../backup/index.ts';
import { openDatabase } from '../database/open.ts';
import { LyingPartner } from '../follow/testing/lying-partner.ts';
import { noticesModule } from '../follow/testing/notices.ts';
import { allMigrations } from '../make-kernel.ts';

const patience = { tries: 3, ms: 0, rolledBackMs: 0, retryMs: 30, staleMs: 0 };
const passphrase = 'correct horse';
const modules = [noticesModule()];

describe('a witness that was restored from an old backup', () => {
  let folder: string;
  let us: TestNode;
  let peer: TestNode;
  let log: LyingPartner;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koinon-recall-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    const peering = testPeering({ patience, exchangeMs: 600_000 });
    [us, peer, log] = await Promise.all([
      testNode({ modules, peering }),
      testNode({ modules, peering }),
      LyingPartner.start(`recall ${closing.length} ${Math.random()}`),
    ]);
    closing.push(
      () => peer.stop(),
      () => log.stop(),
    );
    log.publish(['one', 'two']);
    await vi.waitFor(
      async () => expect((await fetch(`${peer.url}/log/checkpoint`)).status).toBe(200),
      10_000,
    );
    for (const node of [us, peer]) await befriend(node, log);
    await befriend(us, peer);
    expect(await log.push(`${us.url}/witness`)).toBe(200);
    await writeBackup(us.kernel, { path: join(folder, 'us.backup'), passphrase, workFactor: 10 });
    // After the backup the log goes on, and both cosign that.
    log.publish(['three', 'four']);
    expect(await log.push(`${us.url}/witness`)).toBe(200);
    expect(await log.push(`${peer.url}/witness`)).toBe(200);
    await vi.waitFor(async () => {
      const held = peer.kernel.db.selectFrom('log').select('size').where('origin', '=', log.origin);
      expect((await held.executeTakeFirst())?.size).toBe(5);
    }, 20_000);
  }, 60_000);
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await rm(join(folder, 'us.backup'));
  });

  /** The node as the backup has it, at its old address. */
  async function restored(): Promise<TestNode> {
    const { config } = us;
    await us.stop();
    const server = testServerUrl === undefined ? null : await freshServerDatabase(testServerUrl);
    if (server !== null) closing.push(() => server.drop());
    const dataDir = await mkdtemp(join(folder, 'data-'));
    const place = { ...config, dataDir, databaseUrl: server?.url };
    await restoreBackup({
      config: place,
      migrations: allMigrations(modules),
      path: join(folder, 'us.backup'),
      passphrase,
    });
    const database = await openDatabase(place, allMigrations(modules));
    const peering = testPeering({ patience, exchangeMs: 600_000 });
    const node = await testNode({ modules, peering, config: place, database });
    closing.push(async () => {
      await node.stop();
      await database.close();
    });
    return node;
  }
  const cosignedSize = async (node: TestNode) => {
    const answer = await fetch(`${node.url}/witness/${originHash(log.origin)}/checkpoint`);
    return parseCheckpoint(parseNote(await answer.text()).text).size;
  };
  const waits = async (node: TestNode) =>
    (
      await node.kernel.db
        .selectFrom('witness_recall')
        .select('origin')
        .where('origin', '=', log.origin)
        .execute()
    ).length === 1;

  it('learns from a partner what it cosigned since, and never cosigns the fork of a log that counts on the loss', async () => {
    const fork = log.log.fork(3);
    log.publish(['another three', 'another four', 'another five'], fork);
    log.shown = fork;
    const node = await restored();
    const answers = new Set<number>();
    await vi.waitFor(async () => {
      answers.add(await log.push(`${node.url}/witness`, fork));
      expect(answers).toContain(403);
    }, 20_000);
    expect(answers).not.toContain(200);
    const alert = await node.kernel.db
      .selectFrom('alert')
      .select('code')
      .where('origin', '=', log.origin)
      .executeTakeFirst();
    expect(alert?.code).toBe('two-histories');
  }, 60_000);

  it('goes on from what its partners hold of an honest log', async () => {
    const node = await restored();
    await vi.waitFor(async () => expect(await waits(node)).toBe(false), 20_000);
    expect(await cosignedSize(node)).toBe(5);
    log.publish(['five']);
    expect(await log.push(`${node.url}/witness`)).toBe(200);
    expect(await cosignedSize(node)).toBe(6);
  }, 60_000);

  it('cosigns nothing of the log while a partner that may know more does not answer', async () => {
    await peer.stop();
    closing.splice(0, 1);
    const fork = log.log.fork(3);
    log.publish(['another three'], fork);
    log.shown = fork;
    const node = await restored();
    await vi.waitFor(
      () => expect(node.kernel.health.read().parts.witness).toMatchObject({ state: 'recalling' }),
      20_000,
    );
    expect(await waits(node)).toBe(true);
    expect(await log.push(`${node.url}/witness`, fork)).toBe(503);
    expect(await cosignedSize(node)).toBe(3);
  }, 60_000);
});
