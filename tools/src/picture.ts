// Takes the picture of the README anew, from the demo that runs: `npm start`, then `node bin/launch.js tools/src/picture.ts`.
import { join } from 'node:path';
import { launchBrowser, openPage } from '../../e2e/support/browser.ts';
import { root } from './suites.ts';

const address = process.argv[2] ?? 'http://127.0.0.1:4102';
const browser = await launchBrowser();
const { page } = await openPage(browser, {
  locale: 'en',
  viewport: { width: 1280, height: 880 },
  colorScheme: 'light',
});
await page.goto(address, { timeout: 120_000 });
await page.screenshot({ path: join(root, 'docs/images/home.png') });
await browser.close();
