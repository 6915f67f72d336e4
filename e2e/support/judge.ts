import type { Browser, Page } from 'playwright-core';
import { ALL, accessibilityFaults, CONTRAST, type OpenedPage, openPage, overflow } from './browser.ts';

// What a page looks like does not depend on the database: axe-core judges it on PGlite; on PostgreSQL it is opened once,
// and there without JavaScript, which no page may need.
const EVERY_WAY = process.env.KOINON_TEST_DATABASE_URL === undefined;
const LANGUAGES = [
  { lang: 'he', dir: 'rtl' },
  { lang: 'en', dir: 'ltr' },
].slice(EVERY_WAY ? 0 : 1);
const WIDTHS = EVERY_WAY ? [390, 1280] : [390];
/** Nothing may be wider than the narrowest telephone. */
const NARROWEST = 320;
/** Colours do not depend on the language, and little on the width: dark is judged once in each. */
const schemes = (lang: string, width: number) =>
  EVERY_WAY && (lang === 'en') === (width === 1280) ? (['light', 'dark'] as const) : (['light'] as const);

export interface Visit {
  path: string;
  /** Cookies of a member of staff. */
  cookie?: string;
  /** What a person does on the page before it is judged: fills a form with faults, sends it. */
  act?: (page: Page) => Promise<void>;
  /** Status of the page that is judged, where it is an error: the browser says it aloud. */
  status?: number;
}

/**
 * Everything that axe-core, the browser or a ruler finds wrong with a page, one line each: in English and Hebrew, on a
 * phone and a desk, light and dark; on PostgreSQL in English on a phone, without JavaScript or axe-core.
 */
export async function faultsOf(browser: Browser, origin: string, visit: Visit): Promise<string[]> {
  const faults: string[] = [];
  for (const { lang, dir } of LANGUAGES) {
    const { page, complaints, giveBack } = await borrowPage(browser, origin, lang, visit);
    const url = new URL(visit.path, origin);
    url.searchParams.set('lang', lang);
    await page.goto(url.href, { waitUntil: 'load' });
    await visit.act?.(page);
    const html = page.locator('html');
    const is = [
      await html.getAttribute('lang'),
      await html.getAttribute('dir'),
      await page.locator('h1').count(),
    ];
    if (String(is) !== String([lang, dir, 1]))
      faults.push(`${lang}: language, direction and headings are ${is}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of schemes(lang, width)) {
        await page.emulateMedia({ colorScheme });
        if (!EVERY_WAY) continue;
        const found = await accessibilityFaults(page, colorScheme === 'dark' ? CONTRAST : ALL);
        faults.push(...found.map((fault) => `${lang} ${width} ${colorScheme}: ${fault}`));
      }
    }
    for (const width of [NARROWEST, ...WIDTHS]) {
      await page.setViewportSize({ width, height: 900 });
      const wider = await overflow(page);
      if (wider > 0) faults.push(`${lang} ${width}: ${wider} px wider than the window`);
    }
    const expected = `status of ${visit.status}`;
    faults.push(...complaints.filter((line) => !line.includes(expected)));
    await giveBack();
  }
  return faults;
}

const idle = new WeakMap<Browser, Map<string, OpenedPage[]>>();

/**
 * A page in which nothing but looking was done goes to the next visit with the same cookies: styles are then cached, and
 * axe-core is compiled.
 */
async function borrowPage(browser: Browser, origin: string, lang: string, { cookie = '', act }: Visit) {
  const pages = idle.get(browser) ?? new Map<string, OpenedPage[]>();
  idle.set(browser, pages);
  const key = `${origin} ${lang} ${cookie}`;
  const free = pages.get(key) ?? [];
  pages.set(key, free);
  const opened = act === undefined ? free.pop() : undefined;
  const { page, complaints } =
    opened ?? (await openPage(browser, { locale: lang, javaScriptEnabled: EVERY_WAY }));
  if (opened === undefined) await page.context().addCookies(cookiesOf(cookie, origin));
  const giveBack = async () => {
    complaints.length = 0;
    if (act === undefined) free.push({ page, complaints });
    else await page.context().close();
  };
  return { page, complaints, giveBack };
}

/** A form is taken only from the browser that asked for it, so the cookies must be the browser's own. */
function cookiesOf(header: string, url: string) {
  return header.split('; ').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return name === '' ? [] : [{ name, value: value.join('='), url }];
  });
}
