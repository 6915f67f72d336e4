import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notes, type TestNode, testNode } from '../../testing/index.ts';
import { type Actor, makeToken } from '../identity/index.ts';
import { askFor, decide } from './index.ts';

const staff = (id: string = crypto.randomUUID(), permissions = ['*']): Actor => ({
  type: 'staff',
  id,
  name: 'x',
  permissions,
});

describe('a dangerous act', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await testNode({ modules: [notes], config: { fourEyes: true } });
  });
  afterAll(() => node.stop());

  const rotate = (actor: Actor, kernel = node.kernel) =>
    askFor(kernel, actor, { act: 'key.rotate', params: { purpose: 'cookies' }, reason: 'yearly' });
  const keys = () => node.kernel.keys.secrets('cookies').length;
  const waiting = async (actor: Actor) => {
    const asked = await rotate(actor);
    return asked.done ? '' : asked.waits;
  };

  test('waits for a second person, and is done when that one confirms', async () => {
    const before = keys();
    const id = await waiting(staff());
    expect(keys()).toBe(before);
    await decide(node.kernel, staff(), id, 'confirmed');
    expect(keys()).toBe(before + 1);
    await expect(decide(node.kernel, staff(), id, 'confirmed')).rejects.toMatchObject({
      code: 'nothing-to-decide',
    });
  });

  test('is done once where two confirm at the same moment', async () => {
    const before = keys();
    const id = await waiting(staff());
    const both = [
      decide(node.kernel, staff(), id, 'confirmed'),
      decide(node.kernel, staff(), id, 'confirmed'),
    ];
    expect((await Promise.allSettled(both)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(keys()).toBe(before + 1);
  });

  test('is not confirmed by who asked, nor by a token of theirs, nor by a token of that token', async () => {
    const asker = staff();
    const id = await waiting(asker);
    const make = async (maker: Actor) => {
      const made = await node.kernel.database.transaction((tx) =>
        makeToken(tx, node.kernel, maker, { name: 'second face', permissions: ['*'] }),
      );
      return staff(made.id);
    };
    const child = await make(asker);
    const grandchild = await make(child);
    for (const same of [asker, child, grandchild]) {
      await expect(decide(node.kernel, same, id, 'confirmed')).rejects.toMatchObject({
        code: 'needs-second-person',
      });
    }
    await decide(node.kernel, asker, id, 'refused');
  });

  test('needs the permission of the act, to ask and to decide', async () => {
    const id = await waiting(staff());
    const other = staff(undefined, ['kernel.partners']);
    await expect(rotate(other)).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(decide(node.kernel, other, id, 'confirmed')).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  test('waits on where it cannot be done', async () => {
    const asked = await askFor(node.kernel, staff(), {
      act: 'partner.remove',
      params: { host: 'nobody.example' },
      reason: 'test',
    });
    const id = asked.done ? '' : asked.waits;
    await expect(decide(node.kernel, staff(), id, 'confirmed')).rejects.toMatchObject({
      code: 'no-such-partner',
    });
    await expect(decide(node.kernel, staff(), id, 'confirmed')).rejects.toMatchObject({
      code: 'no-such-partner',
    });
  });

  test('erases a record once it is confirmed', async () => {
    const act = await node.kernel.database.transaction((tx) =>
      node.kernel.records.publish(tx, staff(), {
        kind: 'notes/note@1',
        sub: '/notes/secret',
        body: { text: 'x' },
        personal: { name: 'Mari' },
      }),
    );
    const asked = await askFor(node.kernel, staff(), {
      act: 'record.erase',
      params: { jti: act.jti, why: 'mistake' },
      reason: 'a name was published',
    });
    const left = () =>
      node.kernel.db.selectFrom('disclosure').select('jti').where('jti', '=', act.jti).execute();
    expect(await left()).toHaveLength(1);
    await decide(node.kernel, staff(), asked.done ? '' : asked.waits, 'confirmed');
    expect(await left()).toEqual([]);
  });

  test('is done at once where the node does not ask for two people', async () => {
    const before = keys();
    const alone = { ...node.kernel, config: { ...node.kernel.config, fourEyes: false } };
    expect(await rotate(staff(), alone)).toMatchObject({ done: true, result: { purpose: 'cookies' } });
    expect(keys()).toBe(before + 1);
  });
});
