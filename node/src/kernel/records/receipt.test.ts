import { verifyReceipt } from '@koinon/records';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestNode, testNode, testPeering } from '../../testing/index.ts';
import { NOTICE, noticesModule } from '../follow/testing/notices.ts';
import { recordJwks } from '../log/statement.ts';
import { ownPolicy } from '../trust/policy.ts';
import { type PaperWitness, paperWitness } from '../witness/testing/paper-witness.ts';
import { makeReceiptFor } from './receipt.ts';

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

async function publish(): Promise<string> {
  const { jti } = await us.kernel.database.transaction((tx) =>
    us.kernel.records.publish(
      tx,
      { type: 'system', reason: 'test' },
      { kind: NOTICE, sub: `/notices/${uuidv7()}`, body: { text: 'heard' } },
    ),
  );
  expect(await us.kernel.records.waitLogged(jti, 5000)).toBe('logged');
  return jti;
}

async function verdict(jti: string) {
  const { text } = await makeReceiptFor(us.kernel, jti);
  return verifyReceipt(text, { policy: await ownPolicy(us.kernel), jwks: await recordJwks(us.kernel) });
}

test('a receipt made while the witness is silent rests on the last checkpoint that it cosigned', async () => {
  const heard = await publish();
  await vi.waitFor(async () => expect(await verdict(heard)).toMatchObject({ verdict: 'verified' }), 5000);
  witness.time = undefined;
  const unheard = await publish();
  expect(await verdict(heard)).toMatchObject({ verdict: 'verified' });
  expect(await verdict(unheard)).toMatchObject({ verdict: 'refuted' });
});
