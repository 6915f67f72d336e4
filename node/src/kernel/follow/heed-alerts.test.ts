import { utf8 } from '@koinon/transparency-log';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { befriend, type TestNode, testNode, testPeering } from '../../testing/index.ts';
import { openAlerts } from './heed-alerts.ts';
import { LyingPartner } from './testing/lying-partner.ts';

let us: TestNode;
let partner: LyingPartner;
beforeAll(async () => {
  us = await testNode({ peering: testPeering({ exchangeMs: 600_000 }) });
  partner = await LyingPartner.start('alarmist');
}, 60_000);
afterAll(async () => {
  await us.stop();
  await partner.stop();
});

it('weighs no more of a partner than it could honestly have: one alarm about each log, its newest', async () => {
  const alarm = (origin: string, size: number) =>
    utf8(
      partner.record('kernel/alert@1', `/alerts/${uuidv7()}`, {
        origin,
        code: 'two-histories',
        detail: { size },
        notes: {},
      }),
    );
  for (let n = 0; n < 100; n++) partner.log.entries.push(alarm(`log-${n}.example/log`, n));
  for (let n = 0; n < 40; n++) partner.log.entries.push(alarm('one.example/log', n));
  await befriend(us, partner);
  await vi.waitFor(
    async () => {
      const log = us.kernel.db.selectFrom('log').select('projected').where('origin', '=', partner.origin);
      expect((await log.executeTakeFirst())?.projected).toBe(141);
    },
    { timeout: 30_000 },
  );
  const alerts = await openAlerts(us.kernel, await us.kernel.trust.partners());
  expect(alerts).toHaveLength(25);
  expect(alerts[0]?.body).toMatchObject({ origin: 'one.example/log', detail: { size: 39 } });
  expect(alerts.at(-1)?.body.origin).toBe('log-76.example/log');
}, 60_000);
