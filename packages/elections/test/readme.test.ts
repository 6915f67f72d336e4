import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../', import.meta.url));

describe('the README', () => {
  it('shows an example that runs as it stands', () => {
    const [, example = ''] = /```ts\n(.*?)```/s.exec(readFileSync(`${folder}README.md`, 'utf8')) ?? [];
    expect(example).toContain('assert.');
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', example], {
      cwd: folder,
      stdio: 'pipe',
    });
  });
});
