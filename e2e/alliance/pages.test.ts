import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { act } from '../support/api.ts';
import { hasBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { crawl } from '../support/crawl.ts';
import { writer } from '../support/drafts.ts';
import { faultsOf, type Visit } from '../support/judge.ts';
import { staffCookie } from '../support/session.ts';

const { nodes } = inject('alliance');
const [home] = nodes;
if (!home) throw new Error('the demo has no node');

const origin = home.url;
const cookie = await staffCookie(home);
const staff = writer(home, cookie);
const practice = await staff.publish(await staff.write());
const whole = await staff.write('Seed libraries');
const faulty = await staff.begin('/practices/new');
await staff.save(faulty, 'contacts', { 'links.0.url': 'ftp://nowhere' });
await staff.begin(`${practice}/revise`);

const en = (text: string) => ({ source: 'en', en: text });
const plan = await act(home, 'commitment-plans', { title: en('Open government plan'), programme: 'ogp' });
const promised = await act(home, 'commitments', {
  title: en('Every contract as open data'),
  plan: `${home.url}/commitments/plans/${plan.id}`,
  end: '2026-01',
  zone: 'Europe/Tallinn',
  leads: [{ name: en('Ministry of Finance') }],
  milestones: [{ key: 'law', title: en('The law is in force'), deadline: '2025' }],
});
await act(home, 'commitment-reports', {
  commitment: `${home.url}/commitments/${promised.id}`,
  report: { period: '2026', status: 'limited', progress: en('The draft is written.') },
});

const held = await act(home, 'events', {
  ...{ title: en('A day of open contracts'), summary: en('What a year of open contracts has shown.') },
  ...{ type: 'conference', mode: 'hybrid', status: 'confirmed', topics: ['government'] },
  ...{ zone: 'Europe/Tallinn', start: '2026-01-15T09:00', end: '2026-01-15T16:00' },
  hosts: [{ name: en('Ministry of Finance') }],
  places: [{ name: en('Harbour Hall') }],
});
await act(home, 'event-outcomes', { event: held.id, outcome: { summary: en('Five offices will follow.') } });
await staff.begin('/events/new');
await staff.begin(`/events/${held.id}/revise`);

const { shapes, dead } = await crawl(home.url);
const { shapes: staffShapes, dead: staffDead } = await crawl(home.url, { cookie });
for (const shape of shapes.keys()) staffShapes.delete(shape);
// Where a task leads afterwards is not seen on its page.
for (const shape of staffShapes.keys()) if (shape.endsWith('?to')) staffShapes.delete(shape);

/** Which pages there are at least; links lead to many more. */
const EXPECTED = [
  '/',
  '/practices',
  '/practices/{id}',
  '/practices/~{host}/{id}',
  '/practices/{id}/history',
  '/commitments/{id}',
  '/commitments/plans/{id}',
  '/projects',
  '/projects/{id}',
  '/projects/{id}/ledger',
  '/projects/~{host}/{id}',
  '/projects/~{host}/calls/{id}',
  '/projects/experts',
  '/alliances/three-shores',
  ...['charter', 'chair', 'declarations', 'meetings', 'contributions', 'marks/votes-across-borders'].map(
    (part) => `/alliances/three-shores/${part}`,
  ),
  '/alliances/~{host}/groups/{id}',
  '/alliances/~{host}/declarations/{id}',
  '/alliances/~{host}/meetings/{id}',
  '/events',
  '/events/{id}',
  '/events/~{host}/{id}',
  '/events/{id}/history',
  '/commitments/reports/{id}',
  '/commitments/{id}/history',
  '/commitments/plans',
  '/commitments/timeline',
  '/commitments/countries',
  '/commitments/themes',
  '/commitments/compare',
  '/records/{id}',
  '/partners',
  '/partners/{host}',
  '/how-checking-works',
  '/sign-in',
];
const ALLIANCE_FORMS = ['declarations', 'meetings', 'groups', 'contributions', 'charter'].map(
  (list) => `${list}/new`,
);
const MEMBER_FORMS = ['members/invite', 'members/remove?node'];
const EXPECTED_OF_STAFF = [
  ...[
    'new',
    '{id}/revise',
    '{id}/withdraw',
    '{id}/outcome',
    '{id}/registrations',
    'outcomes/{id}/revise',
  ].map((page) => `/events/${page}`),
  ...['', '/delete', '/when', '/repeats', '/where', '/session-1'].map((task) => `/events/drafts/{id}${task}`),
  '/projects/new',
  ...['pledge', 'contribute', 'spend', 'reverse', 'decide', 'output', 'update', 'call'].map(
    (verb) => `/projects/{id}/${verb}`,
  ),
  '/projects/decisions/{id}/vote',
  '/commitments/new',
  '/commitments/import',
  '/commitments/{id}/report',
  '/commitments/{id}/revise',
  '/commitments/{id}/withdraw',
  '/commitments/plans/{id}/revise',
  '/practices/new',
  '/practices/{id}/revise',
  '/practices/drafts/{id}',
  '/practices/drafts/{id}/delete',
  '/practices/drafts/{id}/check',
  ...['languages', 'title', 'story', 'results', 'lessons', 'sorting', 'principles', 'contacts', 'note'].map(
    (task) => `/practices/drafts/{id}/${task}`,
  ),
  ...ALLIANCE_FORMS.map((form) => `/alliances/three-shores/${form}`),
  '/alliances/three-shores/members',
  ...MEMBER_FORMS.map((form) => `/alliances/three-shores/${form}`),
  '/alliances/memberships/ours',
  '/alliances/memberships/join',
];

test('links from the front page lead to every kind of page', () => {
  expect([...shapes.keys()]).toEqual(expect.arrayContaining(EXPECTED));
  expect([...staffShapes.keys()]).toEqual(expect.arrayContaining(EXPECTED_OF_STAFF));
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
      ...looks(shapes).map(([shape, path]) => ({ shape, path })),
      ...looks(staffShapes).map(([shape, path]) => ({ shape, path, cookie })),
      { shape: 'a search', path: '/search?q=library' },
      { shape: 'a search of practices', path: '/practices?q=library' },
      { shape: 'a search that finds nothing', path: '/practices?q=zzzzqqq' },
      { shape: 'not found', path: '/practices/nothing-here', status: 404 },
      { shape: 'not logged in', path: '/practices/new', status: 401 },
      { shape: 'a login that fails', path: '/sign-in', act: send, status: 422 },
      { shape: 'a form that has expired', path: '/practices/import', cookie, act: sendExpired, status: 403 },
      { shape: 'a draft with a problem', path: faulty, cookie },
      { shape: 'a task with a problem', path: `${faulty}/contacts`, cookie },
      { shape: 'a task that was sent with faults', path: `${faulty}/title`, cookie, act: send, status: 422 },
      { shape: 'a draft that is not right after all', path: whole, cookie, act: sendBroken, status: 422 },
      { shape: 'a new version that is begun', path: `${practice}/revise`, cookie, act: begin },
      { shape: 'a new version after another', path: practice, cookie, act: sendStale, status: 409 },
      { shape: 'an import without a file', path: '/practices/import', cookie, act: send, status: 422 },
      ...staffForms(['{id}/adopt', '{id}/withdraw', ...ALLIANCE_FORMS, ...MEMBER_FORMS]).map((form) => ({
        ...form,
        act: send,
        status: 422,
      })),
      ...staffForms(['adoptions/{id}/revise']).map((form) => ({
        ...form,
        shape: `checking the answers of ${form.shape}`,
        act: send,
      })),
      { shape: 'the receipt of a practice', path: '/practices/new', cookie, act: publish },
    ];

    const title = '$shape has no fault that axe-core or the browser finds, and fits';
    const judge = async (visit: Visit) => expect(await faultsOf(browser, home.url, visit)).toEqual([]);
    // Axe keeps one core busy. Visits that change something come alone, after those that only look.
    test.concurrent.each(cases.filter(({ act }) => act === undefined))(title, judge);
    test.each(cases.filter(({ act }) => act !== undefined))(title, judge);
  },
);

/** Pages of partners' things that are judged beside our own: all others look as ours do. */
const PARTNERS = new Set(['/practices/~{host}/{id}', '/commitments/~{host}/{id}', '/events/~{host}/{id}']);

/** What a page is made of: one filter of a list stands for all, and pages that all modules share are one. */
function lookOf(shape: string): string {
  const [path = ''] = shape.split('?');
  if (PARTNERS.has(shape)) return shape;
  const own = path
    .replace('/~{host}', '')
    .replace(/^.*(\/withdraw|\/history|\/history\/\{n\}(\/changes)?)$/, '…$1');
  return own === path && shape !== path ? `${path}?` : own;
}

/** One shape of every look. */
function looks(found: ReadonlyMap<string, string>): Array<[string, string]> {
  const first = new Map<string, [string, string]>();
  for (const [shape, path] of found) {
    const look = lookOf(shape);
    // Our own stands for a partner's where there are both.
    if (!first.has(look) || (first.get(look)?.[0].includes('~') && !shape.includes('~')))
      first.set(look, [shape, path]);
  }
  return [...first.values()];
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

/** Presses the button of a page that begins something, also where it is not the first thing to do there. */
async function begin(page: Page): Promise<void> {
  await page.locator('main form.kn-form button').click();
}

/** Publishes a draft that another window has broken since its answers were shown. */
async function sendBroken(page: Page): Promise<void> {
  await staff.save(whole, 'title', { 'title.en': 'Seed libraries', 'summary.en': 'Seeds to lend.' });
  await page.goto(`${origin}${whole}/check`);
  await staff.save(whole, 'title', { 'title.en': '' });
  await send(page);
}

/** Publishes a new version of which somebody else was faster. */
async function sendStale(page: Page): Promise<void> {
  await page.goto(`${origin}${await staff.begin(`${practice}/revise`)}/check`);
  const other = await staff.begin(`${practice}/revise`);
  await staff.save(other, 'title', { 'title.en': `Tools at ${Date.now()}`, 'summary.en': 'Of another.' });
  await staff.publish(other);
  await send(page);
}

async function publish(page: Page): Promise<void> {
  await page.goto(`${origin}${await staff.write('Toy libraries')}/check`);
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
