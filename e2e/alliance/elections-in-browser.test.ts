import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '@koinon/elections';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernel, kernels } from '../../packages/elections/test/support/kernel.ts';
import {
  archiveOf,
  countBoard,
  H3,
  h3Vote,
  openBoard,
  setUpElection,
} from '../../packages/elections/test/support/make-election.ts';
import { beleniosTool } from '../../packages/elections/test/support/tool.ts';
import { hasBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { root } from '../support/process.ts';

const encoded = kernels.map((bytes) => Buffer.from(bytes).toString('base64'));

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'packages/elections', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

describe.skipIf(!hasBrowser)('an election in a real browser', () => {
  const made = setUpElection({ questions: H3, voters: 3, arithmetic: kernel });
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let worker: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    await page.evaluate(await bundle('test/browser/page.ts'));
    const source = await bundle('src/worker-browser.ts');
    worker = await page.evaluate(
      (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' })),
      source,
    );
  });

  afterAll(() => browser.close());

  const call = <T>(name: string, ...given: unknown[]): Promise<T> =>
    page.evaluate(`elections.${name}(...${JSON.stringify(given)})`) as Promise<T>;

  test('has the same powers in both kernels as in BigInt', async () => {
    expect(await call('agree', encoded)).toEqual([true, true]);
  });

  test('makes a ballot that the verifier and belenios-tool accept, and verifies the board with Web Workers', async () => {
    const ballot = await call<string>('ballot', {
      electionText: made.electionText,
      credential: made.credentials[2]?.credential,
      vote: h3Vote(2),
      kernels: encoded,
    });
    const board = countBoard(made, [...openBoard(made, [h3Vote(0), h3Vote(1)]), ['Ballot', [ballot]]]);
    const archive = archiveOf(board);
    expect(await verifyArchive(() => [archive], { arithmetic: kernel })).toMatchObject({
      phase: 'done',
      counted: 3,
    });

    const folder = mkdtempSync(join(tmpdir(), 'koinon-browser-election-'));
    writeFileSync(join(folder, `${made.election.uuid}.bel`), archive);
    const judged = beleniosTool('election', 'verify', '--dir', folder);
    if (judged !== undefined) expect(judged).toMatchObject({ status: 0 });

    const text = Buffer.from(archive).toString('base64');
    expect(await call('verify', text, encoded, worker)).toBe('done');
    expect(await call('verify', text, [encoded[1]], worker)).toBe('done');
  });

  test('refuses a board with a wrong ballot there as here', async () => {
    const open = openBoard(made, [h3Vote(0), h3Vote(1), h3Vote(2)]);
    const wrong = JSON.parse(open[2]?.[1][0] ?? '');
    wrong.signature.proof.response = String(BigInt(`0x${randomBytes(31).toString('hex')}`));
    const archive = archiveOf(open.with(2, ['Ballot', [JSON.stringify(wrong)]]));
    const text = Buffer.from(archive).toString('base64');
    expect(await call('verify', text, encoded, worker)).toBe('ballot.signature at 2');
  });

  test('leaves the browser nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
