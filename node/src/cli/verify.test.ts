import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './testing/run-command.ts';
import { sampleLog } from './testing/sample-log.ts';

const log = sampleLog(5);
const receipt = log.receipt(3);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-verify-'));
  await writeFile(join(folder, 'policy'), log.policy);
  await writeFile(join(folder, 'jwks.json'), JSON.stringify(log.jwks));
});
afterAll(() => rm(folder, { recursive: true }));

async function verify(bytes: string | Uint8Array, ...more: string[]) {
  await writeFile(join(folder, 'receipt'), bytes);
  const trust = ['--policy', join(folder, 'policy'), '--jwks', join(folder, 'jwks.json')];
  return await runCommand(['verify', join(folder, 'receipt'), ...trust, ...more]);
}

describe('koinon verify', () => {
  it('says who signed, where it is in the log, and who cosigned, and asks nobody', async () => {
    expect(await verify(receipt)).toEqual({
      exit: 0,
      out: 'OK  signed by node.test\nOK  in the log, 3 of 5\nOK  cosigned by 2 of 2\nKeys from the files given.\n',
      err: '',
    });
  });

  // Every single byte is the business of the package's own test; here it is the way through the command.
  it('refutes a receipt after a change of one byte, wherever it is', async () => {
    const bytes = Buffer.from(receipt);
    const survived: number[] = [];
    for (let i = 0; i < bytes.length; i += 13) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      if ((await verify(changed)).exit !== 1) survived.push(i);
    }
    expect(survived).toEqual([]);
  });

  it.each([
    ['an empty file', ''],
    ['a receipt cut short', receipt.slice(0, -10)],
    ['a receipt with something after it', `${receipt}\n`],
    ['another text', 'Dear citizen'],
  ])('refutes %s', async (_name, text) => {
    const { exit, out } = await verify(text);
    expect(exit).toBe(1);
    expect(out).toMatch(/^NO {2}/m);
  });

  it('says which of the three things does not hold, and why', async () => {
    const jws = /extra (\S+)/.exec(receipt)?.[1] ?? '';
    const other = /extra (\S+)/.exec(log.receipt(2))?.[1] ?? '';
    const { exit, out } = await verify(receipt.replace(jws, other));
    expect(exit).toBe(1);
    expect(out).toContain('OK  signed by node.test\n');
    expect(out).toContain('NO  in the log, 3 of 5: the proof does not lead to the root of the log\n');
  });

  it('refutes a record whose key was not valid at its place', async () => {
    const late = { keys: log.jwks.keys.map((key) => ({ ...key, from_index: 4 })) };
    await writeFile(join(folder, 'late.json'), JSON.stringify(late));
    await writeFile(join(folder, 'receipt'), receipt);
    const { exit, out } = await runCommand([
      'verify',
      join(folder, 'receipt'),
      '--policy',
      join(folder, 'policy'),
      '--jwks',
      join(folder, 'late.json'),
    ]);
    expect(exit).toBe(1);
    expect(out).toContain('NO  signed by node.test: the key is none of the node’s at this place in the log');
  });

  it('answers one JSON document with --json', async () => {
    const { exit, out } = await verify(receipt, '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'verified',
      keys: 'given',
      log: { origin: 'node.test/log', size: 5, index: 3 },
    });
  });

  it.each([
    [['verify', '/nowhere/receipt'], 'There is no file /nowhere/receipt to read a receipt from.\n'],
    [['verify', tmpdir()], `${tmpdir()} is a directory, not a receipt.\n`],
    [['verify', 'x', '--policy', '/nowhere/policy'], 'There is no file x to read a receipt from.\n'],
    [
      ['verify', 'ftp://node.test/receipt'],
      '"ftp://node.test/receipt" is not the address of a receipt: it begins with https:// .\n',
    ],
  ])('%j is a usage error', async (argv, sentence) => {
    expect(await runCommand(argv)).toEqual({ exit: 2, out: '', err: sentence });
  });

  it.each([
    ['--policy', 'quorum', 'is not a trust policy: line 1: quorum <name>|none.'],
    ['--jwks', 'no json', 'is not a JWK set: it should be JSON with "keys".'],
    ['--jwks', '{"keys":[]}', 'holds no Ed25519 key.'],
  ])('a bad file for %s is a usage error that names it', async (option, content, sentence) => {
    await writeFile(join(folder, 'receipt'), receipt);
    await writeFile(join(folder, 'bad'), content);
    const { exit, err } = await runCommand(['verify', join(folder, 'receipt'), option, join(folder, 'bad')]);
    expect({ exit, err }).toEqual({ exit: 2, err: `${join(folder, 'bad')} ${sentence}\n` });
  });

  it('cannot tell where the node that states its keys is out of reach', async () => {
    const gone = sampleLog(2);
    const text = gone.receipt(1);
    await writeFile(join(folder, 'receipt'), text);
    const { exit, err } = await runCommand(['verify', join(folder, 'receipt')]);
    expect(exit).toBe(3);
    expect(err).toContain('https://node.test/.well-known/koinon could not be read');
  });
});
