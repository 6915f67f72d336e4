import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './testing/run-command.ts';
import { sampleLog } from './testing/sample-log.ts';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const SLOW = 120_000;

let folder: string;
let data: string;
let port: number;
let node: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-cli-'));
  data = join(folder, 'node');
  port = await freePort();
});
afterAll(async () => {
  node?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const koinon = (...argv: string[]) =>
  runCommand([...argv, '--data', data], { KOINON_ALLOW_LOOPBACK: 'true' });

/** One node, from its making to its end; each step stands on the one before. */
describe('the commands on a node', { timeout: SLOW }, () => {
  it('init makes settings, keys and log, and shows the first token once', async () => {
    const { exit, out } = await koinon(
      ...['init', '--origin', `http://127.0.0.1:${port}`, '--port', String(port)],
      ...['--name', "St. John's", '--mark', 'boat', '--json'],
    );
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      dataDir: data,
      trialStorage: true,
      adminToken: expect.stringMatching(/^koinon_/),
    });
    for (const file of ['master.key', 'koinon.env'])
      expect((await stat(join(data, file))).mode & 0o077).toBe(0);
    expect(await readFile(join(data, 'koinon.env'), 'utf8')).not.toContain('koinon_');
  });

  it('init leaves nothing behind where the database does not answer', async () => {
    const elsewhere = join(folder, 'unreachable', 'node');
    const { exit, err } = await runCommand(
      ['init', '--origin', 'http://127.0.0.1:1', '--name', 'Nowhere', '--data', elsewhere],
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', KOINON_ALLOW_LOOPBACK: 'true' },
    );
    expect(exit).not.toBe(0);
    expect(err).toContain('127.0.0.1:1');
    await expect(stat(join(folder, 'unreachable'))).rejects.toThrow('ENOENT');
  });

  it('init never touches a node that is there', async () => {
    const key = await readFile(join(data, 'master.key'));
    const again = await koinon('init', '--origin', 'http://127.0.0.1:1', '--name', 'Other');
    expect(again).toMatchObject({
      exit: 1,
      err: `${data} holds a node already, and is left as it is. Name another directory with --data.\n`,
    });
    expect(await readFile(join(data, 'master.key'))).toEqual(key);
  });

  it('a stopped node answers through its database', async () => {
    const { exit, out } = await koinon('token', 'list', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out).tokens).toMatchObject([{ name: 'First administrator', permissions: ['*'] }]);
  });

  it('serve uses the settings that init kept, and says when it serves', async () => {
    node = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), cli, 'serve', '--data', data], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
        KOINON_ALLOW_LOOPBACK: 'true',
        KOINON_LOG_LEVEL: 'error',
      },
    });
    const [message] = await once(node, 'message');
    expect(message).toEqual({ serving: `http://127.0.0.1:${port}` });
    const statement = await (await fetch(`http://127.0.0.1:${port}/.well-known/koinon`)).json();
    expect(statement).toMatchObject({ name: "St. John's" });
  });

  it('a running node answers over its control socket', async () => {
    const { exit, out, err } = await koinon(
      'token',
      'add',
      'Editor',
      '--permission',
      'practices.*',
      '--days',
      '2',
    );
    expect(exit).toBe(0);
    expect(err).toContain('It may do practices.* until ');
    const token = out.trim();
    const listed = await fetch(`http://127.0.0.1:${port}/api/v1/practices`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(listed.status).toBe(200);
    const { tokens } = JSON.parse((await koinon('token', 'list', '--json')).out);
    expect(await koinon('token', 'revoke', tokens[1].id)).toMatchObject({ exit: 0 });
    const refused = await fetch(`http://127.0.0.1:${port}/api/v1/practices`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(refused.status).toBe(401);
  });

  it.each([
    [['token', 'add', 'x', '--permission', 'practices.nothing'], 2],
    [['token', 'add', 'x', '--days', '1.5'], 2],
    [['token', 'revoke', 'everything'], 2],
    [['token', 'revoke', '019aa3f0-0000-7000-8000-000000000000'], 1],
    [['key', 'rotate', 'everything'], 2],
    [['witness', 'add', 'no-key'], 2],
    [['partner', 'add', 'node.example'], 2],
    [['partner', 'add', `http://127.0.0.1:1`], 1],
    [['partner', 'resume', 'node.example'], 2],
    [['partner', 'remove', 'node.example'], 1],
  ])('%j is refused in one sentence', async (argv, exit) => {
    const answer = await koinon(...argv);
    expect(answer.out).toBe('');
    expect(answer.err.trim()).toMatch(/[.!]$/);
    expect(answer.err).not.toMatch(/inside Koinon|\n {2,}at /);
    expect(answer.exit).toBe(exit);
  });

  it('witness add and remove take the key of a log that is not followed', async () => {
    const vkey = /^log (\S+)/m.exec(sampleLog(1).policy)?.[1] ?? '';
    expect(await koinon('witness', 'add', vkey)).toMatchObject({
      exit: 0,
      out: 'We cosign node.test/log from now on.\n',
    });
    expect((await koinon('partner', 'export')).out).toContain(vkey);
    expect(await koinon('witness', 'remove', vkey)).toMatchObject({ exit: 0 });
    expect((await koinon('partner', 'export')).out).not.toContain(vkey);
  });

  it('key rotate announces a new record key in the log, and the log still verifies', async () => {
    expect((await koinon('key', 'rotate', 'record', '--json')).exit).toBe(0);
    const verified = await runCommand(['log', 'verify', `http://127.0.0.1:${port}`]);
    expect(verified.out).toContain('signed with keys that the log itself declares');
    expect(verified.exit).toBe(0);
  });

  it('log export writes what log verify accepts, and goes on from there', async () => {
    const directory = join(folder, 'export');
    const first = await koinon('log', 'export', directory);
    expect(first).toMatchObject({ exit: 0 });
    const trust = join(folder, 'trust.policy');
    expect((await koinon('partner', 'export', '--policy', trust)).exit).toBe(0);
    expect((await koinon('partner', 'export', '--policy', trust)).exit).toBe(1);
    expect((await runCommand(['log', 'verify', directory, '--policy', trust])).exit).toBe(0);
    expect((await koinon('log', 'export', directory)).exit).toBe(0);
    expect(await koinon('log', 'export', folder)).toMatchObject({ exit: 1 });
  });

  it('doctor finds nothing broken, and says what a lonely trial node lacks', async () => {
    const { exit, out } = await koinon('doctor');
    expect(out).toContain('OK  address: ');
    expect(out).toContain('!!  database: trial storage (PGlite)');
    expect(out).toContain('!!  partners: none: nobody checks this log');
    expect(exit).toBe(0);
  });

  it('serve refuses a port that is in use', async () => {
    const { exit, err } = await serveOnce({ KOINON_DATA: join(folder, 'other'), KOINON_PORT: String(port) });
    expect(err).toContain(`Port ${port} on 127.0.0.1 is in use by another program.`);
    expect(exit).toBe(1);
  });

  it('serve names every bad setting', async () => {
    const { exit, err } = await serveOnce({ KOINON_PORT: 'harbour', KOINON_LOG_LEVEL: 'loud' });
    expect(err).toContain('KOINON_PORT should be');
    expect(err).toContain('KOINON_LOG_LEVEL should be');
    expect(exit).toBe(2);
  });

  it('serve ends when the process that started it over IPC is gone', async () => {
    const ended = once(node as ChildProcess, 'exit');
    node?.disconnect();
    expect(await ended).toEqual([0, null]);
    expect(await koinon('doctor')).toMatchObject({ exit: 3 });
  });
});

async function serveOnce(env: Record<string, string>): Promise<{ exit: unknown; err: string }> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), cli, 'serve'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
      ...env,
    },
  });
  let err = '';
  child.stderr.on('data', (data) => {
    err += data;
  });
  const [exit] = await once(child, 'close');
  return { exit, err };
}

function once(child: ChildProcess, event: string): Promise<unknown[]> {
  return new Promise((resolve) => child.once(event, (...args) => resolve(args)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
