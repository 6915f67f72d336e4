import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { practice, publish } from '../support/api.ts';
import { accessibilityFaults, hasBrowser, launchBrowser, openPage, overflow } from '../support/browser.ts';

const { nodes } = inject('alliance');
const [home] = nodes;
if (!home) throw new Error('the demo has no node');
const origin = home.url;

async function logIn(page: Page): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.click('a[href^="/login/test-eid"]');
  await page.check('input[name=person]');
  await page.click('main form[action="/login/test-eid"] button');
}

describe.skipIf(!hasBrowser)('a person who follows something, with JavaScript off', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('finds what is new of it on one page, and asks for letters, which come after a press', async () => {
    const { id } = await publish(home, practice('A practice that is followed'), '?wait=logged');
    const { page, complaints } = await openPage(browser, { javaScriptEnabled: false, locale: 'en' });
    await logIn(page);
    await page.goto(`${origin}/practices/${id}`);
    await page.click('a[href^="/notifications/new?subject="]');
    await page.click('main form[action="/notifications/follow"] button');
    expect(await page.locator('main').innerText()).toContain('You follow this.');
    await page.click('main a[href="/notifications"]');
    const main = page.locator('main');
    expect(await main.innerText()).toContain('A practice that is followed');
    await page.check('input[name=frequency][value=daily]');
    await page.fill('input[name=email]', 'nobody');
    await page.click('main form[action="/notifications/letters"] button');
    expect(await page.title()).toMatch(/^Error:/);
    await page.fill('input[name=email]', 'liis@example.org');
    await page.click('main form[action="/notifications/letters"] button');
    expect(await main.innerText()).toContain('liis@example.org');
    await page.goto(`${origin}/notifications`);
    await page.click('main form[action="/notifications/unfollow"] button');
    expect(complaints.filter((one) => !one.includes('status of 422'))).toEqual([]);
  });

  const shapes = [
    { locale: 'en', width: 1280, colorScheme: 'light' },
    { locale: 'he', width: 390, colorScheme: 'dark' },
  ] as const;

  test.each(shapes)(
    'meets no fault on their own pages ($locale, $width, $colorScheme)',
    async ({ locale, width, colorScheme }) => {
      const { page } = await openPage(browser, { locale, colorScheme, viewport: { width, height: 900 } });
      const faults: string[] = [];
      const judge = async (path: string) => {
        await page.goto(origin + path);
        for (const fault of await accessibilityFaults(page)) faults.push(`${path}: ${fault}`);
        if ((await overflow(page)) > 0) faults.push(`${path}: wider than the window`);
      };
      await logIn(page);
      await page.goto(`${origin}/notifications/new?topic=energy`);
      if ((await page.locator('form[action="/notifications/follow"]').count()) > 0) {
        await page.click('main form[action="/notifications/follow"] button');
      }
      for (const path of ['/account', '/account/receipts', '/notifications']) await judge(path);
      await page.click('main form[action="/notifications/feed"] button');
      for (const path of ['/notifications', '/notifications/new?topic=energy', '/notifications/confirm/x']) {
        await judge(path);
      }
      expect(faults).toEqual([]);
    },
  );
});
