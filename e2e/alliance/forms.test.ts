import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hasBrowser, launchBrowser, openPage } from '../support/browser.ts';

const { nodes } = inject('alliance');
const [home] = nodes;
if (!home) throw new Error('the demo has no node');

describe.skipIf(!hasBrowser)('with JavaScript off', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function signedIn() {
    const { page, complaints } = await openPage(browser, { javaScriptEnabled: false, locale: 'en' });
    await page.goto(`${home?.url}/sign-in`);
    await page.fill('input[name=token]', home?.adminToken ?? '');
    await page.click('main form[action="/sign-in"] button[type=submit]');
    return { page, complaints };
  }

  test('a member of staff signs in and publishes a practice through the form', async () => {
    const { page, complaints } = await signedIn();
    await page.goto(`${home.url}/practices/new`);
    const title = `Repair cafés ${Date.now()}`;
    await page.fill('[name="title"], [name^="title"]', title);
    await page.fill(
      '[name="summary"], [name^="summary"]',
      'Neighbours repair together what would be thrown away.',
    );
    await page.fill('[name="problem"], [name^="problem"]', 'Things that could be repaired are thrown away.');
    await page.fill('[name="done"], [name^="done"]', 'Four libraries opened a workshop on Saturdays.');
    for (const group of ['stage', 'level', 'topics']) {
      const choice = page.locator(`[name="${group}"]`).first();
      if ((await choice.evaluate((element) => element.tagName)) === 'SELECT')
        await choice.selectOption({ index: 1 });
      else await choice.check();
    }
    await page.click('button:visible[value=check]');
    await page.click('button:visible[value=publish]');
    expect(await page.locator('main').innerText()).toContain(title);
    expect(complaints).toEqual([]);
  });

  test('a form with a fault keeps what was typed and says what to change', async () => {
    const { page } = await signedIn();
    await page.goto(`${home.url}/practices/new`);
    await page.fill('[name="title"], [name^="title"]', 'Only a title');
    await page.click('button:visible[value=check]');
    expect(await page.title()).toMatch(/^Error:/);
    expect(await page.locator('[name="title"], [name^="title"]').first().inputValue()).toBe('Only a title');
    expect(await page.locator('.ds-error-summary a').count()).toBeGreaterThan(0);
  });

  test('search, a filter and the language work', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false, locale: 'en' });
    await page.goto(`${home.url}/practices`);
    const all = await page.locator('main h2 a, main h3 a').count();
    expect(all).toBeGreaterThan(5);
    await page.goto(`${home.url}/practices?q=zzzzqqq`);
    expect(await page.locator('main h2 a, main h3 a').count()).toBeLessThan(all);
    await page.goto(`${home.url}/practices?lang=ar`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.goto(`${home.url}/practices`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ar');
  });
});
