import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestNode, testNode, testPeering } from '../../testing/index.ts';
import { NOTICE, noticesModule } from '../follow/testing/notices.ts';
import { type PaperWitness, paperWitness } from './testing/paper-witness.ts';

const operator = { type: 'system', reason: 'test' } as const;

describe('a witness that states a time that no clock has', () => {
  let us: TestNode;
  let witness: PaperWitness;

  beforeAll(async () => {
    us = await testNode({ modules: [noticesModule()], peering: testPeering() });
    witness = await paperWitness(us.kernel);
  }, 60_000);
  afterAll(async () => {
    witness.stop();
    await us.stop();
  });

  it.each([
    ['beyond every date', Number.MAX_SAFE_INTEGER],
    ['beyond the year 9999', 300_000_000_000],
    ['a week from now', Math.floor(Date.now() / 1000) + 7 * 86_400],
  ])('%s: its line is dropped, and the log goes on', async (_title, stated) => {
    witness.time = stated;
    const before = witness.asked;
    const { jti } = await us.kernel.database.transaction((tx) =>
      us.kernel.records.publish(tx, operator, {
        kind: NOTICE,
        sub: `/notices/${uuidv7()}`,
        body: { text: 'on' },
      }),
    );
    expect(await us.kernel.records.waitLogged(jti, 5000)).toBe('logged');
    await vi.waitFor(() => expect(witness.asked).toBeGreaterThan(before), 5000);
    const note = await (await fetch(`${us.url}/log/checkpoint`)).text();
    expect(note).not.toContain(witness.name);
  });
});
