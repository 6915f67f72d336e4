import { CompactRange, leafHash, utf8 } from '@koinon/transparency-log';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestNode, testNode } from '../../testing/index.ts';
import { readRecord } from './read.ts';

const jti = '0199b0aa-0000-7000-8000-000000000001';
let node: TestNode;
beforeAll(async () => {
  node = await testNode();
});
afterAll(() => node.stop());

/** A partner's log in which this id stands at an index, taken or refused. */
async function claim(host: string, index: number, flag: string | null): Promise<number> {
  const range = new CompactRange();
  const { id } = await node.kernel.db
    .insertInto('log')
    .values({
      origin: `${host}/log`,
      node: `https://${host}`,
      role: 'partner',
      root: range.root(),
      range: range.toBytes(),
      note: null,
      note_at: null,
      retired_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const place = { log: id, index, leaf: leafHash(utf8(host)), checked_at: new Date() };
  const record = { body: host, raw: null, jti, kind: null, sub: null, prev: null, iat: null };
  await node.kernel.db
    .insertInto('entry')
    .values({ ...place, ...record, flag, unprojected: false })
    .execute();
  return id;
}

test('of two partners that claim one id, pages, receipts and personal fields take the same: the one not refused, then the one known longest', async () => {
  await claim('copied.example', 0, 'duplicate-jti');
  const author = await claim('author.example', 7, null);
  await claim('later.example', 1, null);
  expect(await readRecord(node.kernel, jti)).toMatchObject({ log: author, index: 7, own: false });
});
