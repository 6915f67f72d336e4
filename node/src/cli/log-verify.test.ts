import { mkdtemp, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8 } from '@koinon/transparency-log';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './testing/run-command.ts';
import { sampleLog } from './testing/sample-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const log = () => join(folder, 'log');
const verify = (...more: string[]) => runCommand(['log', 'verify', log(), ...more]);

describe('koinon log verify', () => {
  it.each([1, 255, 256, 257, 600])('accepts a log of %i records', async (size) => {
    await sampleLog(size).write(log());
    const { exit, out } = await verify();
    expect(out).not.toContain('NO');
    expect(out).toContain(
      `OK  ${size} record${size === 1 ? '' : 's'} signed with keys that the log itself declares`,
    );
    expect(out).toContain('OK  cosigned by 2 of 2, last 2026-05-28T20:26:40Z');
    expect(out).toContain(`Keys as the directory itself states them (${log()}/policy).`);
    expect(exit).toBe(0);
  });

  it.each([
    ['a changed byte in an entry', 'tile/entries/000', async (file: string) => flip(file, 300)],
    ['a changed byte in a full tile', 'tile/0/000', async (file: string) => flip(file, 40)],
    ['a changed byte in the partial tile', 'tile/0/001.p/44', async (file: string) => flip(file, 0)],
    ['a changed byte in an upper tile', 'tile/1/000.p/1', async (file: string) => flip(file, 31)],
    ['a missing full tile', 'tile/0/000', unlink],
    ['a missing partial tile', 'tile/1/000.p/1', unlink],
    ['a missing bundle', 'tile/entries/001.p/44', unlink],
    ['a bundle cut short', 'tile/entries/000', async (file: string) => truncate(file, 1000)],
    ['a tile cut short', 'tile/0/000', async (file: string) => truncate(file, 32)],
    ['a changed checkpoint', 'checkpoint', async (file: string) => flip(file, 16)],
  ])('refutes a log with %s', async (_name, path, damage) => {
    await sampleLog(300).write(log());
    await damage(join(log(), path));
    const { exit, out } = await verify();
    expect(exit).toBe(1);
    expect(out).toMatch(/^NO {2}/m);
  });

  it('refutes a log with too few cosignatures', async () => {
    const sample = sampleLog(3);
    await sample.write(log());
    await writeFile(join(log(), 'policy'), sample.policy.replace('group one 1', 'group one 2'));
    await writeFile(
      join(log(), 'checkpoint'),
      sample.note
        .split('\n')
        .filter((line) => !line.includes('w4.test'))
        .join('\n'),
    );
    const { exit, out } = await verify();
    expect(exit).toBe(1);
    expect(out).toContain('NO  cosigned by 1 of 2');
    expect(out).toContain('fewer than the policy asks for');
  });

  it('refutes records that the keys of the log did not sign, and says which', async () => {
    await sampleLog(4, (entries) => {
      const text = new TextDecoder().decode(entries[2]);
      const last = text.endsWith('A') ? 'Q' : 'A';
      entries[2] = utf8(text.slice(0, -1) + last);
    }).write(log());
    const { exit, out } = await verify();
    expect(exit).toBe(1);
    expect(out).toMatch(/NO {2}3 records signed .*: 1 not: entry 2: bad-signature/);
  });

  it('refutes a record that stands in the log twice', async () => {
    await sampleLog(4, (entries) => entries.push(entries[3] as Uint8Array))
      .write(log())
      .catch(() => {});
    const sample = sampleLog(5, (entries) => {
      entries[4] = entries[3] as Uint8Array;
    });
    await sample.write(log());
    expect((await verify()).out).toContain('entry 4: duplicate-jti');
  });

  it('remembers a checkpoint, and finds out a log that was rewritten or cut short in between', async () => {
    const kept = join(folder, 'kept');
    await sampleLog(10).write(log());
    expect((await verify('--save', kept)).exit).toBe(0);
    await sampleLog(300).write(log());
    const grown = await verify('--prior', kept);
    expect(grown.out).toContain('OK  grew from the checkpoint of 10 entries kept before');
    expect(grown.exit).toBe(0);

    const rewritten = join(folder, 'rewritten');
    const other = sampleLog(300, (entries) => {
      entries[5] = entries[6] as Uint8Array;
    });
    await other.write(rewritten);
    const fork = await runCommand(['log', 'verify', rewritten, '--prior', kept, '--skip-records']);
    expect(fork.exit).toBe(1);
    expect(fork.out).toContain('those entries are others now');

    const shorter = join(folder, 'shorter');
    await sampleLog(9).write(shorter);
    const cut = await runCommand(['log', 'verify', shorter, '--prior', kept]);
    expect(cut.exit).toBe(1);
    expect(cut.out).toContain('the log is shorter now');
  });

  it('never replaces a file that was not given as the earlier checkpoint', async () => {
    const file = join(folder, 'mine');
    await writeFile(file, 'my notes');
    await sampleLog(2).write(log());
    const { exit, err } = await verify('--save', file);
    expect(exit).toBe(2);
    expect(err).toBe(`${file} exists already. Give --force to replace it.\n`);
    expect(await readFile(file, 'utf8')).toBe('my notes');
  });

  it('needs keys, and says how to give them', async () => {
    await sampleLog(2).write(log());
    await unlink(join(log(), 'policy'));
    const { exit, err } = await verify();
    expect(exit).toBe(2);
    expect(err).toContain('give --policy FILE or --vkey KEY');
  });

  it('takes a key of another log for none', async () => {
    await sampleLog(2).write(log());
    const vkey = /^log (\S+)/m.exec(sampleLog(2).policy)?.[1] ?? '';
    expect((await verify('--vkey', vkey)).exit).toBe(0);
    const { exit, err } = await verify('--vkey', vkey.replace('node.test', 'node.east'));
    expect(exit).toBe(2);
    expect(err).toContain('is not a verifier key');
  });

  it('cannot tell where there is no checkpoint', async () => {
    await sampleLog(2).write(log());
    await unlink(join(log(), 'checkpoint'));
    expect((await verify()).exit).toBe(3);
  });
});

async function flip(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}
