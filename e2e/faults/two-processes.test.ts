import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practice, publish } from '../support/api.ts';
import { freshDatabase } from '../support/database.ts';
import { TestNode } from '../support/node.ts';
import { freePorts } from '../support/ports.ts';
import type { Running } from '../support/process.ts';
import { readLog } from '../support/read-log.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'koinon-two-'));
const database = await freshDatabase();
const port = await freePorts(2);
const node = new TestNode({ folder, name: 'shared', port, databaseUrl: database?.url });
const secondUrl = `http://127.0.0.1:${port + 1}`;

describe.skipIf(database === null)('two processes on one database', () => {
  let second: Running;

  beforeAll(async () => {
    await node.start();
    second = await node.startProcess(secondUrl, {
      KOINON_PORT: String(port + 1),
      KOINON_DATA: join(folder, 'second'),
      KOINON_MASTER_KEY: node.masterKey(),
    });
  });

  afterAll(async () => {
    await Promise.all([node.stop(), second?.end()]);
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one of them puts the acts of both into one log, each exactly once', async () => {
    const acts = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const body = practice(`Act ${n}`);
        return n % 2 === 0 ? publish(node, body) : publishThroughSecond(body);
      }),
    );
    const log = await until('all are logged', async () => {
      const read = await readLog(node.url);
      return acts.every(({ jti }) => read.jtis.includes(jti)) && read;
    });
    expect(new Set(log.jtis).size).toBe(log.jtis.length);
    expect(await sequencedBy(node.url)).toBeGreaterThanOrEqual(acts.length);
    expect(await sequencedBy(secondUrl)).toBe(0);
  });

  test('when the one that sequences is killed, the other takes over', async () => {
    await node.kill();
    await publishThroughSecond(practice('After the kill'));
    await until(
      'the second process has sequenced it',
      async () => (await sequencedBy(secondUrl)) > 0,
      40_000,
    );
  });

  /** The second process answers under the node's one name, as behind a proxy. */
  function publishThroughSecond(body: ReturnType<typeof practice>) {
    return publish({ url: secondUrl, adminToken: node.adminToken }, body, '', {
      host: node.host,
    });
  }
});

/** How many records a process has put into the log, by its own metrics. */
async function sequencedBy(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^koinon_records_sequenced_total (\d+)/m.exec(text)?.[1] ?? 0);
}
