import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole } from '../../kernel/identity/index.ts';
import { notes, type TestNode, testNode, testPerson } from '../../testing/index.ts';
import { records } from './index.ts';

const root = { type: 'system', reason: 'test' } as const;
let node: TestNode;
beforeAll(async () => {
  node = await testNode({ modules: [notes, records], config: { demo: true } });
});
afterAll(() => node.stop());

test('the page of a record offers to erase it, to those alone who may', async () => {
  const { jti } = await node.kernel.database.transaction((tx) =>
    node.kernel.records.publish(tx, root, { kind: 'notes/note@1', sub: '/notes/1', body: { text: 'x' } }),
  );
  const moderator = await testPerson(node, { name: 'Moderator' });
  await node.kernel.database.transaction((tx) =>
    grantRole(tx, node.kernel, root, { account: moderator.account, role: 'moderator', resource: null }),
  );
  const citizen = await testPerson(node, { name: 'Citizen' });
  const link = `/staff/approvals/ask/record.erase?record=${jti}`;
  expect(await (await moderator.get(`/records/${jti}`)).text()).toContain(link);
  expect(await (await citizen.get(`/records/${jti}`)).text()).not.toContain(link);
});
