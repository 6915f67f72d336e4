import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { alone } from '../../testing/alone.ts';
import {
  freshServerDatabase,
  type TestNode,
  testConfig,
  testNode,
  testServerUrl,
} from '../../testing/index.ts';
import { ErrorPage, readStylesheet } from '../../ui/index.ts';
import type { Config } from '../config/config.ts';
import { openDatabase } from '../database/open.ts';
import type { Kernel } from '../kernel.ts';
import { rotateKey } from '../keys/rotate.ts';
import { pairwiseSubject } from '../login/provider/make-provider.ts';
import { allMigrations, makeKernel } from '../make-kernel.ts';
import { NotEmpty, pendingRestore, restoreBackup, WrongPassphrase, writeBackup } from './index.ts';

describe('backup and restore', () => {
  let node: TestNode;
  let folder: string;
  let path: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koinon-backup-'));
    path = join(folder, 'node.koinon');
    node = await testNode();
    await rotateKey(node.kernel, { type: 'system', reason: 'test' }, 'record');
    await vi.waitFor(async () => {
      const note = await (await fetch(`${node.url}/log/checkpoint`)).text();
      expect(note.split('\n')[1]).toBe('2');
    }, 5000);
    await node.kernel.db
      .insertInto('blob')
      .values({
        digest: 'ab'.repeat(32),
        media_type: 'text/plain',
        size: 3,
        state: 'present',
        bytes: new Uint8Array([0, 255, 10]),
        jti: null,
        created_at: new Date('2026-01-02T03:04:05.678Z'),
      })
      .execute();
    await writeBackup(node.kernel, { path, passphrase: 'correct horse', workFactor: 10 });
  });
  afterAll(async () => {
    await node.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function emptyConfig(overrides: Partial<Config> = {}): Config {
    const { origin, host, port, masterKey } = node.config;
    return testConfig({ origin, host, port, masterKey, dataDir: join(folder, 'restored'), ...overrides });
  }

  async function expectRestored(config: Config): Promise<void> {
    const database = await openDatabase(config, allMigrations([]));
    try {
      for (const table of ['log', 'entry', 'tile', 'subject', 'record_key', 'key', 'blob'] as const) {
        const before = await node.kernel.db.selectFrom(table).selectAll().execute();
        const after = await database.db.selectFrom(table).selectAll().execute();
        expect(plain(after), table).toEqual(plain(before));
      }
      expect(await pendingRestore(database.db)).toMatchObject({ logSize: 2 });
    } finally {
      await database.close();
    }
  }

  test('gives back every row, on PGlite', async () => {
    const config = emptyConfig({ dataDir: join(folder, 'on-pglite') });
    const manifest = await restoreBackup({
      config,
      migrations: allMigrations([]),
      path,
      passphrase: 'correct horse',
    });
    expect(manifest).toMatchObject({ origin: node.config.origin, logSize: 2 });
    await expectRestored(config);
  });

  test.skipIf(testServerUrl === undefined)('gives back every row, on PostgreSQL', async () => {
    const server = await freshServerDatabase(testServerUrl as string);
    try {
      const config = emptyConfig({ databaseUrl: server.url, dataDir: join(folder, 'on-postgres') });
      await restoreBackup({ config, migrations: allMigrations([]), path, passphrase: 'correct horse' });
      await expectRestored(config);
    } finally {
      await server.drop();
    }
  });

  test('opens the restored keys with the same master key, and new rows go on behind the old', async () => {
    const config = emptyConfig({ dataDir: join(folder, 'on-pglite') });
    const { kernel, close } = await makeKernel(
      { config, modules: [], peering: alone, web: { errorPage: ErrorPage, stylesheet: readStylesheet() } },
      config,
    );
    try {
      expect(kernel.keys.signers('record').map((key) => key.id)).toEqual(
        node.kernel.keys.signers('record').map((key) => key.id),
      );
      // With another secret every guest would lose their account at every partner.
      const subject = (keys: Kernel['keys']) => pairwiseSubject(keys, 'https://partner.example', 'account');
      expect(subject(kernel.keys)).toBe(subject(node.kernel.keys));
      await kernel.database.transaction((tx) =>
        kernel.records.append(tx, [{ kind: 'test/item@1', sub: '/test/1', body: {} }]),
      );
    } finally {
      await close();
    }
  });

  test('refuses another passphrase, and a database that holds a node', async () => {
    const config = emptyConfig({ dataDir: join(folder, 'on-pglite') });
    const options = { config, migrations: allMigrations([]), path, passphrase: 'correct horse' };
    await expect(restoreBackup({ ...options, passphrase: 'wrong' })).rejects.toThrow(WrongPassphrase);
    await expect(restoreBackup(options)).rejects.toThrow(NotEmpty);
  });
});

/** Rows as JSON in a fixed order, bytes as hex: the two databases hand over different classes. */
function plain(rows: readonly object[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(row, (_, value) => {
        if (value?.type === 'Buffer') return Buffer.from(value.data).toString('hex');
        return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
      }),
    )
    .sort();
}
