import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { root } from '../support/process.ts';

const smokes = [
  { name: 'transparency-log', results: 'transparencyLogSmoke' },
  { name: 'records', results: 'recordsSmoke' },
  { name: 'trust', results: 'trustSmoke' },
];

describe.skipIf(!hasBrowser)('in a real browser', () => {
  test.each(smokes)(
    'the package $name gives the results that it gives in Node',
    async ({ name, results }) => {
      const { outputFiles } = await build({
        entryPoints: [join(root, 'packages', name, 'test/browser/smoke.ts')],
        bundle: true,
        write: false,
        format: 'iife',
        platform: 'browser',
        target: 'es2022',
      });
      const browser = await launchBrowser();
      try {
        const { page, complaints } = await openPage(browser);
        await page.evaluate(outputFiles[0]?.text ?? '');
        const answers = (await page.evaluate(`globalThis.${results}`)) as Record<string, boolean>;
        expect(Object.keys(answers).length).toBeGreaterThan(5);
        expect(Object.entries(answers).filter(([, holds]) => !holds)).toEqual([]);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});
