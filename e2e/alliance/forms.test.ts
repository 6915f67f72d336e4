import type { Browser, Page } from 'playwright-core';
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

  const press = (page: Page) => page.click('main form.kn-form button:visible');
  const begun = async (page: Page) => {
    await page.goto(`${home.url}/practices/new`);
    await press(page);
  };

  test('a member of staff signs in and writes and publishes a practice, part by part', async () => {
    const { page, complaints } = await signedIn();
    await begun(page);
    const title = `Repair cafés ${Date.now()}`;
    const answers: Record<string, string[]> = {
      languages: [],
      title: [title, 'Neighbours repair together what would be thrown away.'],
      story: ['Things that could be repaired are thrown away.', 'Four libraries opened a workshop.'],
      results: [],
      lessons: [],
      sorting: [],
      principles: [],
      contacts: [],
    };
    await page.click('.kn-tasks a');
    for (const [task, texts] of Object.entries(answers)) {
      expect(new URL(page.url()).pathname.split('/').at(-1)).toBe(task);
      const fields = page.locator('main .ds-input:not([type=radio]):not([type=checkbox])');
      for (const [i, text] of texts.entries()) await fields.nth(i).fill(text);
      for (const group of task === 'sorting' ? ['level', 'stage', 'topics'] : [])
        await page.locator(`[name="${group}"]`).first().check();
      await press(page);
    }
    expect(await page.locator('main').innerText()).toContain('You have completed 8 of 8.');
    await page.click('main a[href$="/check"]');
    await page.click('button:visible[value=publish]');
    expect(page.url()).toContain('/receipt/');
    expect(await page.locator('main').innerText()).toContain(title);
    expect(complaints).toEqual([]);
  });

  test('what is saved for later is there again, and is found from the list of practices', async () => {
    const { page } = await signedIn();
    await begun(page);
    const draft = page.url();
    await page.goto(`${draft}/title`);
    const title = `Half a title ${Date.now()}`;
    await page.fill('[name^="title"]', title);
    await page.click('button:visible[value=later]');
    expect(page.url()).toBe(draft);
    await page.goto(`${home.url}/practices`);
    await page.click('main a[href="/practices/new"]:not(.ds-button)');
    await page.click(`main h3 a:has-text("${title}")`);
    expect(page.url()).toBe(draft);
    await page.goto(`${draft}/title`);
    expect(await page.locator('[name^="title"]').inputValue()).toBe(title);
    await page.goBack();
    await page.goForward();
    expect(await page.locator('[name^="title"]').inputValue()).toBe(title);
    await page.goto(`${draft}/delete`);
    await press(page);
    expect(await page.locator('main').innerText()).not.toContain(title);
  });

  test('a form with a fault keeps what was typed and says what to change', async () => {
    const { page } = await signedIn();
    await begun(page);
    const draft = page.url();
    await page.goto(`${draft}/title`);
    await page.fill('[name^="title"]', 'Only a title');
    await press(page);
    expect(await page.title()).toMatch(/^Error:/);
    expect(await page.locator('[name^="title"]').first().inputValue()).toBe('Only a title');
    expect(await page.locator('.ds-error-summary a').count()).toBeGreaterThan(0);
    await page.goto(draft);
    expect(await page.locator('main').innerText()).toContain('there is a problem');
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
