import { practice, publish, words } from '../../../e2e/support/api.ts';
import { befriend } from '../../../e2e/support/node.ts';
import { until } from '../../../e2e/support/until.ts';
import { quantile } from './load.ts';
import { startedNode } from './started-node.ts';
import { bestStorage } from './storage.ts';
import type { Figure } from './table.ts';

/** From sending a practice to the partner's page that says it is checked and cosigned. */
export async function publishToPartner(): Promise<Figure[]> {
  const storage = await bestStorage();
  const other = await bestStorage();
  const [author, partner] = await Promise.all([startedNode(storage), startedNode(other)]);
  await befriend(author, partner);
  const times: number[] = [];
  for (let n = 0; n < 15; n++) {
    const sent = performance.now();
    const { id } = await publish(author, practice(`Latency ${n}`));
    await until(
      'the partner shows it',
      async () =>
        /checked here.*cosigned by 1 of 1/i.test(
          (await words(`${partner.url}/practices/~${author.host}/${id}`)) ?? '',
        ),
      10_000,
      20,
    );
    times.push(performance.now() - sent);
  }
  await Promise.all([author.stop(), partner.stop()]);
  await Promise.all([storage.drop(), other.drop()]);
  times.sort((a, b) => a - b);
  return [
    {
      what: 'published to shown at a partner, p50',
      on: storage.name,
      value: quantile(times, 0.5) / 1000,
      unit: 's',
    },
    {
      what: 'published to shown at a partner, slowest of 15',
      on: storage.name,
      value: (times.at(-1) ?? 0) / 1000,
      unit: 's',
      goal: 5,
    },
  ];
}
