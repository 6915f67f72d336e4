import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LOCALES } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { apiWrite } from '../../kernel/web/index.ts';
import { type TestNode, testNode } from '../../testing/index.ts';
import { api } from './index.ts';

const things: Module = {
  name: 'things',
  messages: async () => ({ 'error.too-odd': 'Thing {name} is too odd.' }),
  permissions: ['things.make'],
  api: () => [
    apiWrite({
      method: 'post',
      path: '/things/{id}',
      summary: 'Makes a thing.',
      permission: 'things.make',
      result: z.object({}),
      run: async () => ({}),
      answer: (result) => ({ result }),
    }),
  ],
};

let node: TestNode;
beforeAll(async () => {
  node = await testNode({ modules: [things, api] });
});
afterAll(() => node.stop());

async function page(locale: string): Promise<string> {
  const answer = await fetch(`${node.url}/api?lang=${locale}`);
  expect(answer.status).toBe(200);
  return await answer.text();
}

describe('/api', () => {
  test('lists every route with what it does and who may', async () => {
    const html = await page('en');
    expect(html).toContain('POST /api/v1/things/{id}');
    expect(html).toContain('Makes a thing.');
    expect(html).toContain('things.make');
  });

  test('explains every code at the address that its problems name', async () => {
    const problem = await fetch(`${node.url}/nothing`, { headers: { accept: 'application/json' } });
    const { type } = (await problem.json()) as { type: string };
    const [path = '', anchor = ''] = type.slice(node.url.length).split('#');
    expect(path).toBe('/api');
    const html = await page('en');
    expect(html).toContain(`id="${anchor}"`);
    expect(html).toContain('id="too-odd"');
    expect(html).toContain('Thing ‹name› is too odd.');
  });

  test.each(LOCALES)('is whole in %s', async (locale) => {
    const html = await page(locale);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).not.toMatch(/NaN|undefined|\[object/);
  });
});
