import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleForBrowser, runWithoutNode } from '../../transparency-log/test/support/run-in-browser-like.ts';
import { trustSmoke } from './browser/smoke.ts';

const entry = fileURLToPath(new URL('browser/smoke.ts', import.meta.url));

describe('the vectors of this package', () => {
  it('hold in Node', () => {
    const results = trustSmoke();
    expect(Object.keys(results)).toHaveLength(11);
    expect(Object.entries(results).filter(([, ok]) => !ok)).toEqual([]);
  });

  it('hold in a bundle for browsers, which needs nothing of Node', async () => {
    const code = await bundleForBrowser(entry);
    expect(code).not.toMatch(/["'`]node:/);
    expect(runWithoutNode(code, 'trustSmoke')).toEqual(trustSmoke());
  });
});
