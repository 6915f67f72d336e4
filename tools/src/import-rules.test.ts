import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

interface Plant {
  title: string;
  file: string;
  source: string;
  /** Rule that must fire; null: the import is allowed. */
  rule: 'noRestrictedImports' | 'noImportCycles' | 'noDefaultExport' | 'useFilenamingConvention' | null;
}

const restricted = 'noRestrictedImports';
const use = (specifier: string) => `import * as x from '${specifier}';\n\nexport const y = x;\n`;

const plants: Plant[] = [
  ['a package imports the node', 'packages/trust/src/a.ts', '@koinon/node', restricted],
  [
    'a package reaches into the node',
    'packages/trust/src/b.ts',
    '../../../node/src/kernel/kernel.ts',
    restricted,
  ],
  ['a package reads files', 'packages/trust/src/c.ts', 'node:fs', restricted],
  ['a package reads files, the promise way', 'packages/trust/src/d/e.ts', 'node:fs/promises', restricted],
  ['a package opens sockets', 'packages/trust/src/f.ts', 'node:net', restricted],
  ['a package uses cryptography past #crypto', 'packages/trust/src/g.ts', 'node:crypto', restricted],
  ['a package imports hono', 'packages/trust/src/h.ts', 'hono', restricted],
  ['a package imports a part of hono', 'packages/trust/src/i.ts', 'hono/jsx', restricted],
  ['a package imports kysely', 'packages/trust/src/j.ts', 'kysely', restricted],
  ["a package's test imports the node", 'packages/trust/src/k.test.ts', '@koinon/node', restricted],
  ["a package's test reads files", 'packages/trust/src/l.test.ts', 'node:fs', null],
  ['the Node side of #crypto imports node:crypto', 'packages/trust/src/crypto-node.ts', 'node:crypto', null],
  [
    'the entry of a worker thread reads files',
    'packages/elections/src/worker-node.ts',
    'node:fs',
    restricted,
  ],
  ['a package opens a worker by itself', 'packages/elections/src/n.ts', 'node:worker_threads', restricted],
  [
    'the browser side of #crypto imports node:crypto',
    'packages/trust/src/crypto-browser.ts',
    'node:crypto',
    restricted,
  ],
  ['a package imports another package', 'packages/trust/src/m.ts', '@koinon/records', null],
  [
    'the kernel imports a module',
    'node/src/kernel/records/a.ts',
    '../../modules/practices/index.ts',
    restricted,
  ],
  ['the kernel imports its own module folder', 'node/src/kernel/records/b.ts', '../module/module.ts', null],
  ['the user interface imports a module', 'node/src/ui/a.tsx', '../modules/practices/index.ts', restricted],
  ['the user interface imports kysely', 'node/src/ui/b.tsx', 'kysely', restricted],
  [
    'the user interface imports the database',
    'node/src/ui/c/d.tsx',
    '../../kernel/database/database.ts',
    restricted,
  ],
  ['the user interface imports the page contract', 'node/src/ui/e.tsx', '../kernel/web/page.ts', null],
  [
    "a module imports another module's inside",
    'node/src/modules/home/a.ts',
    '../practices/read.ts',
    restricted,
  ],
  [
    "a module imports another module's page",
    'node/src/modules/home/b.ts',
    '../practices/pages/list.tsx',
    restricted,
  ],
  ["a module imports another module's index", 'node/src/modules/home/c.ts', '../practices/index.ts', null],
  [
    'a module takes the long way round',
    'node/src/modules/home/d.ts',
    '../../modules/practices/read.ts',
    restricted,
  ],
  ['a module imports the kernel', 'node/src/modules/home/e.ts', '../../kernel/kernel.ts', null],
  ['a module imports the user interface', 'node/src/modules/home/f.ts', '../../ui/index.ts', null],
  ['a module imports its own page', 'node/src/modules/home/g.ts', './pages/home.tsx', null],
  [
    "a page imports another module's inside",
    'node/src/modules/home/pages/a.tsx',
    '../../practices/read.ts',
    restricted,
  ],
  [
    "a page imports another module's index",
    'node/src/modules/home/pages/b.tsx',
    '../../practices/index.ts',
    null,
  ],
  ["a page imports its own module's types", 'node/src/modules/home/pages/c.tsx', '../read.ts', null],
  ['a page imports kysely', 'node/src/modules/home/pages/d.tsx', 'kysely', restricted],
  ['a page imports pg', 'node/src/modules/home/pages/e.tsx', 'pg', restricted],
  [
    'a page imports the database',
    'node/src/modules/home/pages/f.tsx',
    '../../../kernel/database/tables.ts',
    restricted,
  ],
  ['a page imports the tables', 'node/src/modules/home/pages/g.tsx', '../schema.ts', restricted],
  [
    'a page imports the page contract',
    'node/src/modules/home/pages/h.tsx',
    '../../../kernel/web/page.ts',
    null,
  ],
].map(([title, file, specifier, rule]) => ({ title, file, source: use(specifier as string), rule }) as Plant);

plants.push(
  {
    title: 'an import of types alone',
    file: 'node/src/modules/home/pages/i.tsx',
    source: "import type { Kysely } from 'kysely';\n\nexport type X = Kysely<unknown>;\n",
    rule: restricted,
  },
  {
    title: 'a re-export',
    file: 'node/src/kernel/records/c.ts',
    source: "export * from '../../modules/practices/index.ts';\n",
    rule: restricted,
  },
  {
    title: 'an import made while running',
    file: 'node/src/kernel/records/d.ts',
    source: "export const late = () => import('../../modules/practices/index.ts');\n",
    rule: restricted,
  },
  {
    title: 'a cycle',
    file: 'node/src/kernel/jobs/one.ts',
    source: "import { two } from './two.ts';\n\nexport const one = () => two();\n",
    rule: 'noImportCycles',
  },
  {
    title: 'a default export',
    file: 'node/src/kernel/jobs/three.ts',
    source: 'export default 3;\n',
    rule: 'noDefaultExport',
  },
  {
    title: 'a file name in camel case',
    file: 'node/src/kernel/jobs/fourFive.ts',
    source: 'export const four = 4;\n',
    rule: 'useFilenamingConvention',
  },
);

describe('the linter holds the import directions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-lint-'));
  const fired = new Map<string, string[]>();

  beforeAll(() => {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    execFileSync('git', ['init', '--quiet', folder]);
    const files = [
      ...plants,
      {
        file: 'node/src/kernel/jobs/two.ts',
        source: "import { one } from './one.ts';\n\nexport const two = () => one();\n",
      },
    ];
    for (const { file, source } of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=json', '--max-diagnostics=none', folder],
      { cwd: folder, encoding: 'utf8' },
    );
    const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(stdout);
    for (const { category, location } of report.diagnostics) {
      const file = location.path.replace(`${folder}/`, '');
      fired.set(file, [...(fired.get(file) ?? []), category.split('/').at(-1) ?? category]);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(plants)('$title ($file): $rule', ({ file, rule }) => {
    expect(fired.get(file) ?? []).toEqual(rule === null ? [] : [rule]);
  });
});
