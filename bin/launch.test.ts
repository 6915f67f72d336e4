import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const bin = fileURLToPath(new URL('.', import.meta.url));
const SLOW = 60_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-bin-'));
});
afterAll(() => rm(folder, { recursive: true }));

function start(script: string, ...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    printed.out += data;
  });
  child.stderr.on('data', (data) => {
    printed.err += data;
  });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  );
  return { child, printed, ended };
}

/** A program that says that it runs, and writes down how it was asked to end. */
async function patientProgram(name: string): Promise<{ script: string; notes: string }> {
  const notes = join(folder, `${name}.txt`);
  const script = join(folder, `${name}.ts`);
  await writeFile(
    script,
    `import { writeFileSync } from 'node:fs';
    const end = (why: string) => { writeFileSync(${JSON.stringify(notes)}, why); process.exit(7); };
    process.on('SIGTERM', () => end('SIGTERM'));
    process.on('disconnect', () => end('disconnect'));
    setInterval(() => {}, 1000);
    console.log('runs on ' + process.version);`,
  );
  return { script, notes };
}

describe('the launcher', { timeout: SLOW }, () => {
  it('runs the command line on the pinned Node and hands on its exit code', async () => {
    const { printed, ended } = start(join(bin, 'koinon.js'), 'verify', '/nowhere');
    expect(await ended).toBe(2);
    expect(printed).toEqual({ out: '', err: 'There is no file /nowhere to read a receipt from.\n' });
  });

  it('hands on a signal, and the exit code that follows it', async () => {
    const { script, notes } = await patientProgram('signal');
    const { child, printed, ended } = start(join(bin, 'launch.js'), script);
    await vi.waitFor(() => expect(printed.out).toContain('runs on v24.'), SLOW);
    child.kill('SIGTERM');
    expect(await ended).toBe(7);
    expect(await readFile(notes, 'utf8')).toBe('SIGTERM');
  });

  it('takes what it launched with it, even when it is killed', async () => {
    const { script, notes } = await patientProgram('killed');
    const { child, printed } = start(join(bin, 'launch.js'), script);
    await vi.waitFor(() => expect(printed.out).toContain('runs on'), SLOW);
    child.kill('SIGKILL');
    await vi.waitFor(async () => expect(await readFile(notes, 'utf8')).toBe('disconnect'), SLOW);
  });

  it('says one sentence where the packages are not installed', async () => {
    await cp(bin, join(folder, 'bare', 'bin'), { recursive: true });
    await writeFile(join(folder, 'bare', 'package.json'), '{"type":"module"}');
    const { printed, ended } = start(join(folder, 'bare', 'bin', 'koinon.js'), '--help');
    expect(await ended).toBe(1);
    expect(printed.err).toMatch(
      /^Koinon needs Node 24 and its packages, which "npm ci" installs: run it in .*\n$/,
    );
  });
});
