import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  ALL,
  accessibilityFaults,
  CONTRAST,
  hasBrowser,
  launchBrowser,
  openPage,
  overflow,
} from '../support/browser.ts';
import { crawl } from '../support/crawl.ts';
import { staffCookie } from '../support/session.ts';

const { nodes } = inject('alliance');
const [home] = nodes;
if (!home) throw new Error('the demo has no node');

const LANGUAGES = [
  { lang: 'en', dir: 'ltr' },
  { lang: 'he', dir: 'rtl' },
];
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'] as const;

const cookie = await staffCookie(home);
const { shapes, dead } = await crawl(home.url);
const { shapes: staffShapes, dead: staffDead } = await crawl(home.url, { cookie });
for (const shape of shapes.keys()) staffShapes.delete(shape);

/** Which pages there are at least; links lead to many more. */
const EXPECTED = [
  '/',
  '/practices',
  '/practices/{id}',
  '/practices/~{host}/{id}',
  '/practices/{id}/history',
  '/records/{id}',
  '/partners',
  '/partners/{host}',
  '/how-checking-works',
  '/sign-in',
];

test('links from the front page lead to every kind of page', () => {
  expect([...shapes.keys()]).toEqual(expect.arrayContaining(EXPECTED));
});

test('no link leads nowhere', () => {
  expect([...dead, ...staffDead]).toEqual([]);
});

describe.skipIf(!hasBrowser)(
  'every page, in English and Hebrew, on a phone and a desk, light and dark',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    const cases = [
      ...[...shapes].map(([shape, path]) => ({ shape, path, staff: false })),
      ...[...staffShapes].map(([shape, path]) => ({ shape, path, staff: true })),
      { shape: 'a search', path: '/search?q=library', staff: false },
      { shape: 'a search of practices', path: '/practices?q=library', staff: false },
      { shape: 'a search that finds nothing', path: '/practices?q=zzzzqqq', staff: false },
      { shape: 'not found', path: '/practices/nothing-here', staff: false },
    ];

    test.each(cases)(
      '$shape has no fault that axe-core or the browser finds, and fits',
      async ({ path, staff }) => {
        const faults: string[] = [];
        for (const { lang, dir } of LANGUAGES) {
          const headers = staff ? { extraHTTPHeaders: { cookie } } : {};
          const { page, complaints } = await openPage(browser, { locale: lang, ...headers });
          const url = new URL(path, home.url);
          url.searchParams.set('lang', lang);
          const response = await page.goto(url.href, { waitUntil: 'load' });
          const missing = response?.status() === 404;
          expect(await page.locator('html').getAttribute('dir')).toBe(dir);
          expect(await page.locator('html').getAttribute('lang')).toBe(lang);
          expect(await page.locator('h1').count()).toBe(1);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            for (const colorScheme of SCHEMES) {
              await page.emulateMedia({ colorScheme });
              const where = `${lang} ${width} ${colorScheme}`;
              faults.push(
                ...(await accessibilityFaults(page, colorScheme === 'dark' ? CONTRAST : ALL)).map(
                  (fault) => `${where}: ${fault}`,
                ),
              );
            }
            const wider = await overflow(page);
            if (wider > 0) faults.push(`${lang} ${width}: ${wider} px wider than the window`);
          }
          faults.push(...complaints.filter((line) => !(missing && line.includes('404'))));
          await page.context().close();
        }
        expect(faults).toEqual([]);
      },
    );
  },
);

describe.skipIf(!hasBrowser)('a first visit', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(['/', '/practices', shapes.get('/practices/{id}') ?? '/'])(
    'to %s transfers at most 60 kB',
    async (path) => {
      const { page } = await openPage(browser);
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      let bytes = 0;
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto(home.url + path, { waitUntil: 'networkidle' });
      await page.context().close();
      expect(bytes).toBeGreaterThan(1_000);
      expect(bytes).toBeLessThanOrEqual(60_000);
    },
  );

  test('a keyboard reaches the skip link first, and it leads to the content', async () => {
    const { page } = await openPage(browser);
    await page.goto(home.url);
    await page.keyboard.press('Tab');
    const target = await page.evaluate('document.activeElement?.getAttribute("href")');
    expect(target).toMatch(/^#/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.querySelector(${JSON.stringify(target)})?.tagName`)).toBe('MAIN');
    expect(new URL(page.url()).hash).toBe(target);
    await page.context().close();
  });
});

describe('what a page sends with it', () => {
  test.each([...shapes.values()])('%s allows no inline script or style', async (path) => {
    const response = await fetch(home.url + path);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const html = await response.text();
    expect(html).not.toMatch(/\sstyle="/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/\son[a-z]+="/);
  });
});
