import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { practice, publish } from '../support/api.ts';
import { demoCommand } from '../support/demo-command.ts';
import { type Finished, koinon } from '../support/process.ts';
import { until } from '../support/until.ts';

const alliance = inject('alliance');
const folder = mkdtempSync(join(tmpdir(), 'koinon-receipt-'));
const files = {
  receipt: join(folder, 'record.tlog-proof'),
  policy: join(folder, 'trust.policy'),
  jwks: join(folder, 'keys.json'),
};
const [home] = alliance.nodes;
if (!home) throw new Error('the demo has no node');

/** Verifies a receipt with nothing but files: every address a command could ask is one that refuses. */
function verify(receipt: string): Promise<Finished> {
  const closed = 'http://127.0.0.1:1';
  const offline = { http_proxy: closed, https_proxy: closed, HTTP_PROXY: closed, HTTPS_PROXY: closed };
  return koinon(['verify', receipt, '--policy', files.policy, '--jwks', files.jwks], offline, folder);
}

beforeAll(async () => {
  const { jti } = await publish(home, practice('Receipts for everyone'), '?wait=logged');
  const receipt = await until('the receipt carries the quorum', async () => {
    const response = await fetch(`${home.url}/records/${jti}/receipt`);
    const text = await response.text();
    return response.ok && text.split('\n').filter((line) => line.startsWith('— ')).length >= 3 && text;
  });
  writeFileSync(files.receipt, receipt);
  const exported = await demoCommand(alliance, 0, ['partner', 'export']);
  expect(exported.code, exported.stderr).toBe(0);
  writeFileSync(files.policy, exported.stdout);
  writeFileSync(files.jwks, await (await fetch(`${home.url}/.well-known/jwks.json`)).text());
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a receipt of the demo is verified from files alone', async () => {
  const { code, stdout, stderr } = await verify(files.receipt);
  expect(code, stdout + stderr).toBe(0);
});

test('a receipt with one byte changed is refuted, wherever the byte is', async () => {
  const good = readFileSync(files.receipt);
  const places = Array.from({ length: 12 }, (_, i) => Math.floor(((i + 0.5) * good.length) / 12));
  for (const place of places) {
    const bad = Buffer.from(good);
    bad[place] = (bad[place] ?? 0) ^ 1;
    const file = join(folder, `bad-${place}`);
    writeFileSync(file, bad);
    const { code, stdout, stderr } = await verify(file);
    expect(code, `byte ${place}: ${stdout}${stderr}`).toBe(1);
  }
});

test('without files the command asks the node, and says so', async () => {
  const { code, stdout, stderr } = await koinon(['verify', files.receipt], {}, folder);
  expect(code, stdout + stderr).toBe(0);
  expect(stdout).toContain('as the node states them today');
});
