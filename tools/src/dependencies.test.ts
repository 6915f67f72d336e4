import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './suites.ts';

const manifests = [
  'package.json',
  ...globSync('{packages/*,node,demo,e2e,tools}/package.json', { cwd: root }),
];

function dependenciesOf(manifest: string): [string, string][] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, manifest), 'utf8'));
  return Object.entries<string>({ ...dependencies, ...devDependencies });
}

const named = manifests.flatMap((manifest) =>
  dependenciesOf(manifest).map(([name, version]) => ({ manifest, name, version })),
);

test.each(named)('$name in $manifest is pinned to one version', ({ version }) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/);
});

test('every dependency has a line with its reason and licence, and every line a dependency', () => {
  const [, taken] = readFileSync(join(root, 'docs/decisions/0002-dependencies.md'), 'utf8').split(
    /^## In a running node$/m,
  );
  const [lines] = (taken ?? '').split(/^## Considered/m);
  const documented = [...(lines ?? '').matchAll(/^\| `([^`]+)` \| [^|]+ \| [^|]+ \|$/gm)].map(
    ([, name]) => name,
  );
  const used = new Set(named.map(({ name }) => name).filter((name) => !name.startsWith('@koinon/')));
  expect(documented.sort()).toEqual([...used].sort());
});
