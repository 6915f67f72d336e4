import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, hasBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { faultsOf } from '../support/judge.ts';
import { TestNode } from '../support/node.ts';
import { freePorts } from '../support/ports.ts';

describe.skipIf(!hasBrowser)('a passkey, at an address that is a name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-passkey-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let node: TestNode;
  let browser: Browser;
  let origin: string;
  beforeAll(async () => {
    const port = await freePorts(1);
    database = await freshDatabase();
    node = new TestNode({ folder, name: 'named', port, databaseUrl: database?.url });
    origin = `http://localhost:${port}`;
    node.running = await node.startProcess(node.url, {
      KOINON_ORIGIN: origin,
      KOINON_LOGIN_METHODS: JSON.stringify([{ type: 'passkey', level: 'substantial' }]),
    });
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await node?.stop();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function withDevice() {
    const { page, complaints } = await openPage(browser, { locale: 'en' });
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await addDevice(device, 'internal');
    return { page, complaints };
  }

  async function addDevice(session: CDPSession, transport: 'internal' | 'usb') {
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  }

  async function sessionOf(page: Page): Promise<string> {
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  test('makes an account, and logs in to it again', async () => {
    const { page, complaints } = await withDevice();
    await page.goto(`${origin}/sign-in`);
    await page.click('a[href^="/login/passkey"]');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.click('form[data-use=create] button');
    await page.waitForURL(`${origin}/`);
    await page.click('form[action="/sign-out"] button');
    await page.goto(`${origin}/login/passkey?to=/practices`);
    await page.click('form[data-use=get] button');
    await page.waitForURL(`${origin}/practices`);
    expect(await page.locator('form[action="/sign-out"]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('is listed on my account, where another is added, named and taken out', async () => {
    const { page, complaints } = await withDevice();
    await page.goto(`${origin}/login/passkey`);
    await page.click('form[data-use=create] button');
    await page.waitForURL(`${origin}/`);
    await page.goto(`${origin}/account`);
    await page.click('a[href="/login/passkeys"]');
    const rows = page.locator('main a[href^="/login/passkeys/"]');
    expect(await rows.count()).toBe(1);
    await rows.first().click();
    expect(await page.locator('main').innerText()).toContain('your only way to log in');
    await page.fill('[name=name]', 'My telephone');
    await page.click('form[action$="/name"] button');
    await page.waitForURL(`${origin}/login/passkeys?renamed`);
    expect(await page.locator('main').innerText()).toContain('My telephone');
    const only = (await rows.first().getAttribute('href')) as string;
    const cookie = await sessionOf(page);
    for (const path of ['/login/passkeys', only, '/login/passkey'])
      expect(await faultsOf(browser, origin, { path, cookie })).toEqual([]);
    // One device holds one passkey of an account: another is added by another device.
    await page.goto(`${origin}/login/passkey`);
    const second = await page.context().newCDPSession(page);
    await addDevice(second, 'usb');
    await page.click('form[data-use=create] button');
    await page.waitForURL(`${origin}/login/passkeys?added`);
    expect(await rows.count()).toBe(2);
    await page.goto(origin + only);
    await page.click('form[action$="/remove"] button');
    await page.waitForURL(`${origin}/login/passkeys?removed`);
    expect(await page.locator('main').innerText()).not.toContain('My telephone');
    expect(complaints).toEqual([]);
  });

  test('that this node does not know is refused, in words', async () => {
    const { page } = await withDevice();
    await page.goto(`${origin}/login/passkey`);
    await page.click('form[data-use=get] button');
    await page.waitForSelector('.ds-error-summary');
    expect(await page.locator('.ds-error-summary').innerText()).toContain('Your device made no passkey');
  });

  test('without JavaScript the page says what it needs', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false, locale: 'en' });
    await page.goto(`${origin}/login/passkey`);
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
  });
});
