import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hasBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { crawl } from '../support/crawl.ts';
import { faultsOf, type Visit } from '../support/judge.ts';
import { staffCookie } from '../support/session.ts';

const { nodes } = inject('alliance');
const [home] = nodes;
if (!home) throw new Error('the demo has no node');

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

    const cases: Array<Visit & { shape: string }> = [
      ...[...shapes].filter(([shape]) => isOfItsOwn(shape)).map(([shape, path]) => ({ shape, path })),
      ...[...staffShapes].map(([shape, path]) => ({ shape, path, cookie })),
      { shape: 'a search', path: '/search?q=library' },
      { shape: 'a search of practices', path: '/practices?q=library' },
      { shape: 'a search that finds nothing', path: '/practices?q=zzzzqqq' },
      { shape: 'not found', path: '/practices/nothing-here', status: 404 },
      { shape: 'not logged in', path: '/practices/new', status: 401 },
      { shape: 'a login that fails', path: '/sign-in', act: send, status: 422 },
      { shape: 'a form that has expired', path: '/practices/import', cookie, act: sendExpired, status: 403 },
      { shape: 'a practice with faults', path: '/practices/new', cookie, act: send, status: 422 },
      { shape: 'an import without a file', path: '/practices/import', cookie, act: send, status: 422 },
      ...staffForms(['{id}/adopt', '{id}/withdraw']).map((form) => ({ ...form, act: send, status: 422 })),
      ...staffForms(['{id}/revise']).map((form) => ({
        ...form,
        shape: `checking the answers of ${form.shape}`,
        act: send,
      })),
      { shape: 'the receipt of a practice', path: '/practices/new', cookie, act: publish },
    ];

    test.each(cases)('$shape has no fault that axe-core or the browser finds, and fits', async (visit) => {
      expect(await faultsOf(browser, home.url, visit)).toEqual([]);
    });
  },
);

/** One filter of a list stands for all, and the history of our own things for that of a partner's. */
function isOfItsOwn(shape: string): boolean {
  const [path = '', query] = shape.split('?');
  const first = [...shapes.keys()].find((other) => other.startsWith(`${path}?`));
  return query === undefined ? !/~\{host\}.*history/.test(shape) : shape === first;
}

/** Presses the one button that a page is there for. */
async function send(page: Page): Promise<void> {
  await page.locator('main form.kn-form button:not([hidden], [data-variant])').click();
}

async function sendExpired(page: Page): Promise<void> {
  const tokens = page.locator('input[name=csrf]');
  await tokens.evaluateAll((fields) => {
    for (const field of fields) field.setAttribute('value', 'old');
  });
  await send(page);
}

async function publish(page: Page): Promise<void> {
  const lang = await page.locator('html').getAttribute('lang');
  for (const field of ['title', 'summary', 'problem', 'done'])
    await page.fill(`[name="${field}.${lang}"]`, `A page of every kind, in ${lang}`);
  for (const group of ['stage', 'level', 'topics']) await page.locator(`[name="${group}"]`).first().check();
  await send(page);
  await send(page);
}

/** Forms of staff whose shape ends so, each of one real thing. */
function staffForms(ends: readonly string[]) {
  return [...staffShapes]
    .filter(([shape]) => ends.some((end) => shape.endsWith(end)))
    .map(([shape, path]) => ({ shape: `${shape}, sent as it is`, path, cookie }));
}

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
