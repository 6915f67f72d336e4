// Writes the documents that are made from code. `--check` only says which are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationDocument } from '../../node/src/kernel/config/document.ts';
import { cliDocument } from './cli-document.ts';
import { root } from './suites.ts';

const documents: Record<string, () => string | Promise<string>> = {
  'docs/configuration.md': configurationDocument,
  'docs/cli.md': cliDocument,
};

const check = process.argv.includes('--check');
for (const [path, make] of Object.entries(documents)) {
  const file = join(root, path);
  const text = await make();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) {
    console.error(`${path} is not what the code says: run "npm run docs" and commit it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}
