import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trustKinds } from '../../kernel/trust/index.ts';
import { publishPartner } from '../../kernel/trust/publish-partner.ts';
import { alone, type TestNode, testNode } from '../../testing/index.ts';
import { type PracticeInput, practices, publishPractice, withdrawPractice } from '../practices/index.ts';
import { records } from './index.ts';

const system = { type: 'system', reason: 'test' } as const;
const en = (text: string) => ({ source: 'en', en: text });
const body: PracticeInput = {
  title: en('Dog tax by app'),
  summary: en('Owners pay on the telephone.'),
  problem: en('Nobody came to the office.'),
  done: en('An app was built.'),
  stage: 'evaluation',
  level: 'local',
  topics: ['economy'],
};
const keys = ['haesol.example/log+0d2f5f3c+AZ'];
const partner = {
  node: 'https://haesol.example',
  name: 'Haesol',
  log: { origin: 'haesol.example/log', vkeys: keys },
  witness: { name: 'haesol.example/witness', vkeys: keys },
  pinned: [],
};

let node: TestNode;
beforeAll(async () => {
  node = await testNode({ modules: [practices, records], peering: { ...alone, kinds: trustKinds } });
});
afterAll(() => node?.stop());

/** The log as it reads once the newest act has its place in it. */
async function log(newest: string): Promise<string> {
  const read = async () => await (await fetch(`${node.url}/log?lang=en`)).text();
  await expect.poll(read, { timeout: 10_000 }).toContain(`/records/${newest}`);
  return (await read()).replaceAll(/<[^>]+>/g, '');
}

describe('acts of the kernel in the list of records', () => {
  it('name what was withdrawn', async () => {
    const { sub } = await publishPractice(node.kernel, system, { body });
    const id = sub.split('/').at(-1) ?? '';
    const { jti } = await withdrawPractice(node.kernel, system, { id, reason: 'Wrong figures' });
    expect(await log(jti)).toContain('Withdrawn: Dog tax by app');
  });

  it('name the partner that came or went', async () => {
    for (const [action, words] of [
      ['added', 'New partner: Haesol'],
      ['removed', 'No longer a partner: Haesol'],
    ] as const) {
      const { jti } = await node.kernel.database.transaction((tx) =>
        publishPartner(tx, node.kernel, system, 'haesol.example', { ...partner, action }),
      );
      expect(await log(jti)).toContain(words);
    }
  });

  it('say what was done where the record does not name it', async () => {
    const page = await (await fetch(`${node.url}/log?lang=en`)).text();
    expect(page).toContain('The node announced the keys that it signs with');
  });
});
