import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..');

it.each([
  { target: 'portable', file: 'kernel.wasm' },
  { target: 'fused', file: 'kernel-fused.wasm' },
])('the committed $file is what its source compiles to, and small', ({ target, file }) => {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
    'bin/asc.js',
  );
  const built = join(mkdtempSync(join(tmpdir(), 'koinon-kernel-')), file);
  const args = [
    'kernel/index.ts',
    '--config',
    'kernel/asconfig.json',
    '--target',
    target,
    '--outFile',
    built,
  ];
  execFileSync(process.execPath, [compiler, ...args], { cwd: folder });
  const committed = readFileSync(join(folder, 'kernel', file));
  expect(readFileSync(built).equals(committed)).toBe(true);
  expect(committed.length).toBeLessThan(64 * 1024);
});
