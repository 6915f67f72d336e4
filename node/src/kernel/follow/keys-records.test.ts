import { jwkFromPublicKey, thumbprint } from '@koinon/records';
import { utf8 } from '@koinon/transparency-log';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { befriend, type TestNode, testNode, testPeering } from '../../testing/index.ts';
import { LyingPartner } from './testing/lying-partner.ts';
import { keyOf } from './testing/paper-log.ts';

let us: TestNode;
let partner: LyingPartner;
beforeAll(async () => {
  us = await testNode({ peering: testPeering({ exchangeMs: 600_000 }) });
  partner = await LyingPartner.start('rotating');
}, 60_000);
afterAll(async () => {
  await us.stop();
  await partner.stop();
});

it('a second keys record brings keys only where it follows on the first: when checked, when projected, and in the key history', async () => {
  const jwk = jwkFromPublicKey(keyOf('new record').publicKey);
  const keys = [{ kid: thumbprint(jwk), jwk }];
  const [first] = partner.log.entries;
  const { jti } = JSON.parse(
    Buffer.from(
      Buffer.from(first ?? '')
        .toString()
        .split('.')[1] ?? '',
      'base64url',
    ).toString(),
  );
  const old = { kid: partner.kid, jwk: jwkFromPublicKey(keyOf('rotating record').publicKey) };
  partner.log.entries.push(utf8(partner.record('kernel/keys@1', '/keys', { keys })));
  partner.publish(['still signed with the old key']);
  partner.log.entries.push(
    utf8(partner.record('kernel/keys@1', '/keys', { keys: [old, ...keys] }, { prev: jti })),
  );
  await befriend(us, partner);
  const log = await vi.waitFor(
    async () => {
      const rows = us.kernel.db
        .selectFrom('log')
        .select(['id', 'projected'])
        .where('origin', '=', partner.origin);
      const row = await rows.executeTakeFirstOrThrow();
      expect(row.projected).toBe(4);
      return row.id;
    },
    { timeout: 20_000 },
  );
  const entries = await us.kernel.db
    .selectFrom('entry')
    .select('flag')
    .where('log', '=', log)
    .orderBy('index')
    .execute();
  expect(entries.map(({ flag }) => flag)).toEqual([null, 'stale-prev', null, null]);
  const spans = await us.kernel.trust.recordKeys(log);
  expect(spans.map(({ kid, fromIndex, untilIndex }) => [kid, fromIndex, untilIndex])).toEqual([
    [partner.kid, 0, null],
    [thumbprint(jwk), 3, null],
  ]);
}, 60_000);
