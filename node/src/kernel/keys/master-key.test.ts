import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MissingMasterKey } from './error.ts';
import { masterKey } from './master-key.ts';

const directory = () => mkdtemp(join(tmpdir(), 'koinon-master-'));

test('the first start makes the master key, and the next one reads it', async () => {
  const dataDir = await directory();
  const made = await masterKey({ dataDir, masterKey: undefined }, async () => false);
  expect(await masterKey({ dataDir, masterKey: undefined }, async () => true)).toEqual(made);
});

test('where keys exist, a missing master key is named and none is made in its place', async () => {
  const dataDir = await directory();
  await expect(masterKey({ dataDir, masterKey: undefined }, async () => true)).rejects.toThrow(
    MissingMasterKey,
  );
  expect(await readdir(dataDir)).toEqual([]);
});
