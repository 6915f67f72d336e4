import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8 } from '@koinon/transparency-log';
import type { Browser } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LyingPartner } from '../../node/src/kernel/follow/testing/lying-partner.ts';
import { practice, words } from '../support/api.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { faultsOf } from '../support/judge.ts';
import { TestNode } from '../support/node.ts';
import { freePorts } from '../support/ports.ts';
import { until } from '../support/until.ts';

/** What the demo never shows: a node that is alone, and one whose partner has shown two histories. */
describe.skipIf(!hasBrowser)('a node of its own', () => {
  let browser: Browser;
  let node: TestNode;
  let liar: LyingPartner;
  const folder = mkdtempSync(join(tmpdir(), 'koinon-states-'));

  beforeAll(async () => {
    node = new TestNode({ folder, name: 'Kaldavere', port: await freePorts(1) });
    await node.start();
    liar = await LyingPartner.start('Haesol');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await liar?.stop();
    await node?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const judge = async (paths: readonly string[]) => {
    for (const path of paths) expect(await faultsOf(browser, node.url, { path }), path).toEqual([]);
  };

  test('alone and empty, its pages say what will be there, without fault', async () => {
    expect(await words(`${node.url}/practices`)).toContain('No practices yet');
    expect(await words(`${node.url}/partners`)).toContain('No partners yet');
    await judge(['/', '/practices', '/partners', '/log']);
  });

  test('with a partner that shows two histories, its pages break the thread, without fault', async () => {
    for (const title of ['Before the split', 'After the split']) {
      const body = practice(title);
      liar.log.entries.push(utf8(liar.record('practices/practice@1', `/practices/${uuidv7()}`, body)));
    }
    const added = await node.command('partner', 'add', liar.url);
    expect(added.code, added.stderr).toBe(0);
    const shows = (path: string, text: string) =>
      until(
        `${path} says “${text}”`,
        async () => (await words(node.url + path))?.includes(text),
        60_000,
        200,
      );
    await shows('/practices', 'After the split');
    liar.shown = liar.log.fork(2);
    liar.publish(['another history', 'and more of it']);
    await liar.push(`${node.url}/witness`);
    await shows(`/partners/${liar.host}`, 'Haesol has shown two different histories');
    await shows('/practices', 'Not confirmed:');
    await judge(['/', '/practices', '/partners', `/partners/${liar.host}`]);
  });
});
