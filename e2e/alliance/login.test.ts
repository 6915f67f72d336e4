import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults, hasBrowser, launchBrowser, openPage, overflow } from '../support/browser.ts';

const { nodes } = inject('alliance');
const [home, away] = nodes;
if (!home || !away) throw new Error('the demo has no two nodes');
const citizen = home.accounts.find(({ role }) => role === 'citizen');
const host = (url: string) => new URL(url).host;

describe.skipIf(!hasBrowser)('a citizen of one country at another, with JavaScript off', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** From the page of the other country to the question at home; the person logs in with the test eID. */
  async function toConsent(page: Page): Promise<void> {
    await page.goto(`${away?.url}/practices`);
    await page.click('a[href^="/sign-in"]');
    await page.click(`a[href^="/login/home/${host(home?.url ?? '')}"]`);
    expect(page.url()).toMatch(`${home?.url}/sign-in`);
    await page.click('a[href^="/login/test-eid"]');
    await page.check('input[name=person]');
    await page.click('main form[action="/login/test-eid"] button');
    expect(page.url()).toMatch(`${home?.url}/login/consent/`);
  }

  test.each([
    { locale: 'es', agree: 'Transmitir estos dos datos y continuar' },
    { locale: 'et', agree: 'Edasta need kaks ja jätka' },
  ])('logs in ($locale), and comes back to where they were, known by no name', async ({ locale, agree }) => {
    const { page, complaints } = await openPage(browser, { javaScriptEnabled: false, locale });
    await toConsent(page);
    const shown = await page.locator('main').innerText();
    const pseudonym = /[A-Za-z0-9_-]{43}/.exec(shown)?.[0];
    expect(pseudonym).toBeDefined();
    await page.click(`button:text-is("${agree}")`);
    expect(page.url()).toMatch(home.url);
    await page.click('main a.ds-button[href^="/oidc/auth/"]');
    expect(page.url()).toBe(`${away.url}/practices`);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('form[action="/sign-out"]').count()).toBe(1);
    expect(await page.content()).not.toContain(citizen?.name);
    expect(complaints).toEqual([]);
  });

  test('sees why, where nothing is passed', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false, locale: 'en' });
    await toConsent(page);
    await page.click('button[value=no]');
    await page.click('main a.ds-button[href^="/oidc/auth/"]');
    expect(page.url()).toMatch(`${away.url}/login/callback`);
    expect(await page.locator('main').innerText()).toContain('You chose to pass nothing');
  });

  test('logs in at home by a link in a letter', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false, locale: 'en' });
    await page.goto(`${home.url}/sign-in`);
    await page.fill('input[name=email]', 'somebody@example.org');
    await page.click('main form[action="/login/mail"] button');
    expect(await page.locator('main').innerText()).toContain('somebody@example.org');
  });
});

describe.skipIf(!hasBrowser)('the pages of a login', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const shapes = [
    { locale: 'en', width: 1280, colorScheme: 'light' },
    { locale: 'en', width: 390, colorScheme: 'dark' },
    { locale: 'he', width: 390, colorScheme: 'light' },
    { locale: 'he', width: 1280, colorScheme: 'dark' },
  ] as const;

  test.each(shapes)(
    'have no fault ($locale, $width, $colorScheme)',
    async ({ locale, width, colorScheme }) => {
      const { page, complaints } = await openPage(browser, {
        locale,
        colorScheme,
        viewport: { width, height: 900 },
      });
      const faults: string[] = [];
      const judge = async (what: string) => {
        for (const fault of await accessibilityFaults(page)) faults.push(`${what}: ${fault}`);
        if ((await overflow(page)) > 0) faults.push(`${what}: wider than the window`);
      };
      await page.goto(`${away.url}/sign-in`);
      await judge('choice');
      await page.click(`a[href^="/login/home/${host(home.url)}"]`);
      await judge('choice at home');
      await page.click('a[href^="/login/test-eid"]');
      await judge('test eID');
      await page.check('input[name=person]');
      await page.click('main form[action="/login/test-eid"] button');
      await judge('consent');
      await page.click('button[value=no]');
      await judge('going back');
      await page.click('main a.ds-button[href^="/oidc/auth/"]');
      await judge('failure');
      await page.goto(`${home.url}/sign-in`);
      await page.fill('input[name=email]', 'a@example.org');
      await page.click('main form[action="/login/mail"] button');
      await judge('letter');
      await page.goto(`${home.url}/login/mail/nothing`);
      await judge('old link');
      expect(faults).toEqual([]);
      // The two refusals are answered with their status.
      expect(complaints.filter((one) => !one.includes('status of 403'))).toEqual([]);
    },
  );
});
