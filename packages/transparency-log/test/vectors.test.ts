import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toHex } from '../src/index.ts';
import { transparencyLogSmoke } from './browser/smoke.ts';
import { bundleForBrowser, runWithoutNode } from './support/run-in-browser-like.ts';
import { naiveLeaf, naiveRoot } from './support/tree.ts';
import vectors from './vectors/vectors.json' with { type: 'json' };

const entry = fileURLToPath(new URL('browser/smoke.ts', import.meta.url));

describe('the vectors of this package', () => {
  it('hold in Node', () => {
    const results = transparencyLogSmoke();
    expect(Object.keys(results)).toHaveLength(10);
    expect(Object.entries(results).filter(([, ok]) => !ok)).toEqual([]);
  });

  it('are those of the naive tree', () => {
    const leaves = Array.from({ length: 300 }, (_, n) => naiveLeaf(new TextEncoder().encode(`vector ${n}`)));
    for (const { size, root } of vectors.roots) expect(toHex(naiveRoot(leaves.slice(0, size)))).toBe(root);
  });

  it('hold in a bundle for browsers, which needs nothing of Node', async () => {
    const code = await bundleForBrowser(entry);
    expect(code).not.toMatch(/["'`]node:/);
    expect(runWithoutNode(code, 'transparencyLogSmoke')).toEqual(transparencyLogSmoke());
  });
});
