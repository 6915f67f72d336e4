import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';
import { chromium } from '../../tools/src/suites.ts';

/** Without the background flags Chromium looks for hosts that tests must not need. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasBrowser = chromium() !== null;

export function launchBrowser(): Promise<Browser> {
  const executablePath = chromium();
  if (executablePath === null) throw new Error('no Chromium on this machine');
  return driver.launch({ executablePath, headless: true, args: FLAGS });
}

export interface OpenedPage {
  page: Page;
  complaints: string[];
}

/** A page that remembers everything the browser complained about: script errors, failed loads, refused content. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // What the browser itself gives up because it leaves the page is nobody's fault.
    if (why !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${why}`);
  });
  return { page, complaints };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Every rule of these sets; a change of colours alone is judged by the rule of contrast. */
export const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
export const CONTRAST = { type: 'rule', values: ['color-contrast'] };

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }[];
}

/** Everything that axe-core finds wrong with the page as it is now, one line each. */
export async function accessibilityFaults(page: Page, rules = ALL): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  )) as AxeResult;
  return result.violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
    return `${id}: ${help} (${places.join(', ')}${nodes.length > 3 ? `, and ${nodes.length - 3} more` : ''})`;
  });
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    'Math.max(0, document.documentElement.scrollWidth - window.innerWidth)',
  ) as Promise<number>;
}
