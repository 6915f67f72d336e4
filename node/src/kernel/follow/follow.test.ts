import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestNode, testAlliance } from '../../testing/index.ts';
import { NOTICE, type Notices, noticesModule } from './testing/notices.ts';

const author = { type: 'system', reason: 'test' } as const;

describe('an alliance of three', () => {
  let nodes: TestNode[];
  let notices: Notices;
  beforeAll(async () => {
    notices = noticesModule();
    nodes = await testAlliance(3, { modules: [notices] });
  }, 120_000);
  afterAll(() => Promise.all(nodes.map((node) => node.stop())));

  const publish = (node: TestNode, text: string, sub = `/notices/${uuidv7()}`, prev: string | null = null) =>
    node.kernel.database.transaction((tx) =>
      node.kernel.records.publish(tx, author, { kind: NOTICE, sub, prev, body: { text } }),
    );

  it('has what one node publishes at the others within five seconds, checked and cosigned', async () => {
    const [a, b, c] = nodes as [TestNode, TestNode, TestNode];
    const started = performance.now();
    const act = await publish(a, 'hello');
    for (const other of [b, c]) {
      await vi.waitFor(
        async () => {
          const entry = await other.kernel.db
            .selectFrom('entry')
            .selectAll()
            .where('jti', '=', act.jti)
            .executeTakeFirst();
          expect(entry?.flag).toBeNull();
          const subject = await other.kernel.db
            .selectFrom('subject')
            .selectAll()
            .where('sub', '=', act.sub)
            .executeTakeFirst();
          expect(subject?.latest).toBe(act.jti);
          const cosigned = await other.kernel.db
            .selectFrom('cosignature as c')
            .innerJoin('log as l', 'l.id', 'c.log')
            .select('c.witness')
            .distinct()
            .where('l.node', '=', a.kernel.identity.origin)
            .where('c.size', '>', entry?.index ?? Number.MAX_SAFE_INTEGER)
            .execute();
          expect(cosigned.map(({ witness }) => witness).sort()).toEqual(
            [b, c].map((node) => node.kernel.identity.witnessName).sort(),
          );
        },
        { timeout: 10_000, interval: 50 },
      );
    }
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(notices.projected.filter(({ sub }) => sub === act.sub)).toHaveLength(3);
  });
});
