import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const hasTool = spawnSync('belenios-tool', ['--version']).status === 0;

let folder: string;
let blocks: RegExpMatchArray[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-document-'));
  await mkdir(join(folder, 'bin'));
  const program = join(folder, 'bin', 'koinon');
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const entry = join(root, 'node/src/cli.ts');
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" --import "${loader}" "${entry}" "$@"\n`);
  await chmod(program, 0o755);
  const document = await readFile(join(root, 'docs/elections.md'), 'utf8');
  blocks = [...document.matchAll(/^```sh( belenios-tool)?\n(.*?)^```\n(?:\n```text\n(.*?)^```)?/gms)];
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

it('docs/elections.md says what its commands answer', { timeout: 300_000 }, async () => {
  expect(blocks.length).toBeGreaterThan(20);
  const work = join(folder, 'work');
  await mkdir(work);
  for (const [, needsTool, script = '', answer = ''] of blocks) {
    if (needsTool && !hasTool) continue;
    const run = spawnSync('sh', ['-e', '-c', script], {
      cwd: work,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
      },
    });
    expect({ script, status: run.status, said: run.stdout }, run.stderr).toEqual({
      script,
      status: 0,
      said: expect.stringMatching(pattern(answer)),
    });
  }
});

/** The answer word by word; `…` stands for what differs from one election to the next. */
function pattern(answer: string): RegExp {
  const parts = answer.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^\\n]+')}$`);
}
