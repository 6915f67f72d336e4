import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestNode, testAlliance } from '../../testing/index.ts';
import { NOTICE, type Notices, noticesModule } from './testing/notices.ts';
import { rewind } from './testing/rewind.ts';

/** Record keys, federation keys, the partner, and four notices. */
const ALL = 7;
const author = { type: 'system', reason: 'test' } as const;

describe('a node that was restored from an old backup', () => {
  let nodes: TestNode[];
  let notices: Notices;
  beforeAll(async () => {
    notices = noticesModule();
    nodes = await testAlliance(2, { modules: [notices] });
  }, 60_000);
  afterAll(() => Promise.all(nodes.map((node) => node.stop())));

  const publish = (node: TestNode, text: string) =>
    node.kernel.database.transaction((tx) =>
      node.kernel.records.publish(tx, author, { kind: NOTICE, sub: `/notices/${uuidv7()}`, body: { text } }),
    );
  const head = (node: TestNode, origin: string) =>
    node.kernel.db.selectFrom('log').selectAll().where('origin', '=', origin).executeTakeFirstOrThrow();

  it('fetches from its partners what it has lost, and signs nothing before', async () => {
    const [us, partner] = nodes as [TestNode, TestNode];
    const { logOrigin, origin } = us.kernel.identity;
    for (const text of ['one', 'two', 'three', 'four']) await publish(us, text);
    await vi.waitFor(async () => {
      const held = await head(partner, logOrigin);
      expect(held.size).toBe(ALL);
      expect(held.note_size).toBe(ALL);
    }, 10_000);
    const before = await head(us, logOrigin);

    await us.restart(async () => {
      await rewind(us.kernel.database, before.id, ALL - 3);
      notices.projected.length = 0;
    });

    await vi.waitFor(async () => {
      const after = await head(us, logOrigin);
      expect(Buffer.from(after.root)).toEqual(Buffer.from(before.root));
      expect(after.note_size).toBe(ALL);
    }, 15_000);
    expect(notices.projected.filter(({ node }) => node === origin).map(({ text }) => text)).toEqual([
      'two',
      'three',
      'four',
    ]);
    const act = await publish(us, 'five');
    await vi.waitFor(async () => {
      const entry = await partner.kernel.db
        .selectFrom('entry')
        .select('flag')
        .where('jti', '=', act.jti)
        .executeTakeFirst();
      expect(entry).toEqual({ flag: null });
    }, 10_000);
    expect((await partner.kernel.trust.partner(origin))?.state).toBe('active');
    expect(await partner.kernel.db.selectFrom('alert').selectAll().execute()).toEqual([]);
  });
});
