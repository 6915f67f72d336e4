import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { practice, publish, RefusedAct, statement, words } from '../support/api.ts';
import { freshDatabase } from '../support/database.ts';
import { befriend, TestNode } from '../support/node.ts';
import { freePorts } from '../support/ports.ts';
import { contradictions, readLog, type Seen, seenCheckpoint } from '../support/read-log.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'koinon-backup-'));
const databases = [await freshDatabase(), await freshDatabase()];
const port = await freePorts(2);
const partner = new TestNode({ folder, name: 'partner', port: port + 1 });
const before = new TestNode({ folder, name: 'before', port, databaseUrl: databases[0]?.url });
const restored = new TestNode({ folder, name: 'restored', port, databaseUrl: databases[1]?.url });
const archive = join(folder, 'old.backup');
const passphrase = { KOINON_BACKUP_PASSPHRASE: 'nine words that only this test needs to know about' };
const afterBackup: string[] = [];
let lastSeen: Seen;

beforeAll(async () => {
  await Promise.all([before.start(), partner.start()]);
  await befriend(before, partner);
  for (let n = 0; n < 3; n++) await publish(before, practice(`Before the backup ${n}`), '?wait=logged');
  const { code, stdout, stderr } = await before.commandWith(passphrase, 'backup', archive);
  if (code !== 0) throw new Error(`backup failed: ${stdout}${stderr}`);
  for (let n = 0; n < 3; n++) {
    afterBackup.push((await publish(before, practice(`After the backup ${n}`), '?wait=logged')).jti);
  }
  const { log } = await statement(before.url);
  lastSeen = await until('the partner holds all of it', async () => {
    const page = await words(`${partner.url}/records/${afterBackup.at(-1)}`);
    return page !== null && seenCheckpoint(`${before.url}/log/checkpoint`, log.vkeys[0]);
  });
  await before.stop();
  const answer = await restored.commandWith(passphrase, 'restore', archive);
  if (answer.code !== 0) throw new Error(`restore failed: ${answer.stdout}${answer.stderr}`);
  restored.adminToken = before.adminToken;
});

afterAll(async () => {
  await Promise.all([restored.kill(), before.kill(), partner.stop()]);
  await Promise.all(databases.map((database) => database?.drop()));
  rmSync(folder, { recursive: true, force: true });
});

test('restored from an old backup while no partner answers, a node signs nothing, shows nothing and takes no acts', async () => {
  await partner.stop();
  await restored.start();
  const { log } = await statement(restored.url);
  const address = `${restored.url}/log/checkpoint`;
  const at = await seenCheckpoint(address, log.vkeys[0]);
  const refused = await publish(restored, practice('Written while waiting')).catch((error) => error);
  expect(refused).toBeInstanceOf(RefusedAct);
  expect(refused.message).toContain('"code":"catching-up"');
  const page = await fetch(restored.url, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('restored from a backup');
  expect(await seenCheckpoint(address, log.vkeys[0])).toEqual(at);
  const health = await fetch(`${restored.url}/health`);
  expect(health.status).toBe(503);
  expect(await health.text()).toMatch(
    /waiting-for-witness[\s\S]*catching-up|catching-up[\s\S]*waiting-for-witness/,
  );
});

test('once a partner answers, it fetches what it lacks, and goes on from there', {
  timeout: 120_000,
}, async () => {
  await partner.start();
  const { log } = await statement(restored.url);
  const { jti } = await until(
    'the restored node takes acts again',
    () => publish(restored, practice('Written after catching up'), '?wait=logged').catch(() => null),
    60_000,
  );
  const read = await readLog(restored.url);
  expect(read.jtis).toEqual(expect.arrayContaining([...afterBackup, jti]));
  expect(contradictions(read, [lastSeen])).toEqual([]);
  for (const jti of afterBackup) expect(await words(`${restored.url}/records/${jti}`)).not.toBeNull();
  await until('the partner cosigns what comes now', async () => {
    const seen = await seenCheckpoint(`${restored.url}/log/checkpoint`, log.vkeys[0]);
    const page = await words(`${partner.url}/partners/${restored.host}`);
    return seen !== null && seen.size >= read.size && page && !/two histories|rolled back/i.test(page);
  });
});
