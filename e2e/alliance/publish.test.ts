import { expect, inject, test } from 'vitest';
import { practice, publish, words } from '../support/api.ts';
import { until } from '../support/until.ts';

const { nodes } = inject('alliance');

test('there are three nodes with names of their own, and each knows the other two', async () => {
  expect(new Set(nodes.map(({ name }) => name)).size).toBe(3);
  for (const { url } of nodes) {
    const page = await words(`${url}/partners`);
    for (const other of nodes.filter((node) => node.url !== url)) expect(page).toContain(other.name);
  }
});

test.each(nodes.map((node, i) => ({ author: node.name, i })))(
  'a practice that $author publishes is at both partners within 5 s, checked by them and cosigned by both',
  async ({ author, i }) => {
    const node = nodes[i];
    if (!node) throw new Error('no such node');
    const title = `Night buses after the last train ${Math.random().toString(36).slice(2)}`;
    const sent = performance.now();
    const { id } = await publish(node, practice(title));
    const host = new URL(node.url).host;
    const others = nodes.filter(({ url }) => url !== node.url);
    await Promise.all(
      others.map(({ url }) =>
        until(
          `${url} shows it as checked and cosigned by both`,
          async () => {
            const page = await words(`${url}/practices/~${host}/${id}`);
            return page?.includes(title) && /checked here/i.test(page) && /cosigned by 2 of 2/i.test(page);
          },
          5_000,
        ),
      ),
    );
    expect(performance.now() - sent).toBeLessThan(5_000);
    expect(await words(`${others[0]?.url}/practices/~${host}/${id}`)).toContain(author);
  },
);

test('waiting for the log answers with the place that the record was given', async () => {
  const [node] = nodes;
  if (!node) throw new Error('no node');
  const { jti, status } = await publish(node, practice('A library of things'), '?wait=logged');
  expect(status).toBe('logged');
  const response = await fetch(`${node.url}/records/${jti}.json`);
  const record = (await response.json()) as { log: { index: number } };
  expect(record.log.index).toBeGreaterThan(0);
});
