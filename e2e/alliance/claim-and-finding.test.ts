import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { act } from '../support/api.ts';
import { hasBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { demoCommand } from '../support/demo-command.ts';
import { gocheck, hasGocheck, logArguments } from '../support/gocheck.ts';
import { koinon } from '../support/process.ts';
import { until } from '../support/until.ts';

const alliance = inject('alliance');
const [promiser, assessor, reader] = alliance.nodes;
if (!promiser || !assessor || !reader) throw new Error('the demo has too few nodes');

const en = (text: string) => ({ source: 'en', en: text });
const CLAIM = 'Every contract is on the portal since May.';
const FINDING = 'Of forty contracts that we asked for, eleven were on the portal.';
const TABLE = 'month;contracts;on the portal\n2026-05;40;40\n';

/** A file on the web that its owner may change. */
class WebFile {
  text = TABLE;
  readonly #server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    response.end(this.text);
  });
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/contracts.csv`;
  }
  close(): void {
    this.#server.close();
  }
}

describe.skipIf(!hasBrowser)('a claim and the finding that disputes it, at a third node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-claim-'));
  const file = new WebFile();
  let browser: Browser;
  let page: Page;
  /** The page of the commitment at the node that neither promised nor assessed. */
  let address: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    const commitment = await act(promiser, 'commitments', {
      title: en('Every contract on one portal'),
      end: '2030',
      zone: 'Europe/Tallinn',
      leads: [{ name: en('Ministry of Finance') }],
      milestones: [{ key: 'portal', title: en('The portal holds every contract') }],
    });
    const sub = `${promiser.url}/commitments/${commitment.id}`;
    const report = await act(promiser, 'commitment-reports', {
      commitment: sub,
      report: {
        period: '2026',
        status: 'complete',
        progress: en(CLAIM),
        milestones: [{ key: 'portal', status: 'complete' }],
        evidence: [{ label: en('Contracts by month'), url: await file.listen() }],
      },
    });
    const place = `/commitments/~${new URL(promiser.url).host}/${commitment.id}`;
    await untilItSays(`${assessor.url}${place}.json`, report.jti);
    const assessment = await act(assessor, 'commitment-assessments', {
      commitment: sub,
      assessment: {
        report: `${promiser.url}/commitments/reports/${report.id}`,
        assessor: { name: en('Court of Audit') },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'substantial',
          completion: 'limited',
        },
        reasoning: en(FINDING),
        milestones: [{ key: 'portal', completion: 'limited' }],
      },
    });
    await untilItSays(`${reader.url}${place}.json`, report.jti, assessment.jti);
    address = `${reader.url}${place}?lang=en`;
    await untilBothAreCosigned(address);
    for (const { jti } of [report, assessment]) await untilCosigned(jti);
    ({ page } = await openPage(browser, { acceptDownloads: true }));
  });
  afterAll(async () => {
    await browser?.close();
    file.close();
    rmSync(folder, { recursive: true });
  });

  test('both stand side by side, each with who signed it and who checked it', async () => {
    await page.goto(address);
    const [claim, finding] = statements(page);
    await expectWords(claim, [`${promiser.name} says`, 'Complete', CLAIM]);
    await expectWords(claim, [promiser.name, 'Checked here', 'cosigned by 2 of 2']);
    await expectWords(finding, ['Court of Audit found', 'Limited', FINDING]);
    await expectWords(finding, [assessor.name, 'Checked here', 'cosigned by 2 of 2']);
    const [left, right] = [await claim.boundingBox(), await finding.boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    const body = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(body).toContain('disputed');
    expect(body).toContain('On the four steps they are 2 apart.');
    expect(body).toContain('The portal holds every contract: claimed “Complete”, found “Limited”');
  });

  test.each([
    { what: 'claim', place: 0, author: promiser },
    { what: 'finding', place: 1, author: assessor },
  ])(
    'the record of the $what leads to a receipt that verifies from files alone',
    async ({ what, place, author }) => {
      await page.goto(address);
      await statements(page)
        [place === 0 ? 0 : 1].getByRole('link', { name: /^Record \d+/ })
        .click();
      const words = await page.locator('main').innerText();
      expect(words).toContain(`Signed by ${author.name}`);
      expect(words).toContain(`Cosigned by`);
      const downloading = page.waitForEvent('download');
      await page.locator('a[download]').click();
      const receipt = join(folder, `${what}.tlog-proof`);
      await (await downloading).saveAs(receipt);

      const exported = await demoCommand(alliance, 2, ['partner', 'export']);
      expect(exported.code, exported.stderr).toBe(0);
      const policy = join(folder, 'trust.policy');
      writeFileSync(policy, exported.stdout);
      const jwks = join(folder, `${what}.jwks`);
      writeFileSync(jwks, await (await fetch(`${author.url}/.well-known/jwks.json`)).text());
      const closed = { http_proxy: 'http://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1' };
      const files = ['--policy', policy, '--jwks', jwks];
      const { code, stdout, stderr } = await koinon(['verify', receipt, ...files], closed, folder);
      expect(code, stdout + stderr).toBe(0);
      expect(stdout).toContain(`signed by ${new URL(author.url).host}`);
    },
  );

  test.skipIf(!hasGocheck).each([promiser, assessor])(
    'a program that shares no code with Koinon accepts the log of $name with both in it',
    async ({ url }) => {
      await until('both partners cosigned', async () => {
        const answer = await gocheck('log', ...(await logArguments(alliance.nodes, url)), `${url}/log/`);
        if (answer.code !== 0) throw new Error(answer.stderr);
        return answer.stdout.startsWith('OK ');
      });
    },
  );

  test('evidence that is changed afterwards is shown as changed, and the copy of the day is kept', async () => {
    expect(await evidenceAfterAsking()).toContain('unchanged');
    file.text = 'month;contracts;on the portal\n2026-05;11;11\n';
    expect(await evidenceAfterAsking()).toContain('changed, seen');
    const copy = await page.locator('#evidence a', { hasText: 'See the copy' }).getAttribute('href');
    expect(await (await fetch(new URL(copy ?? '', page.url()))).text()).toBe(TABLE);
  });

  /** What the page says of the evidence once its node has asked for it again. */
  async function evidenceAfterAsking(): Promise<string> {
    const { code, stderr } = await demoCommand(alliance, 2, ['commitments', 'evidence']);
    expect(code, stderr).toBe(0);
    await page.goto(address);
    return await page.locator('#evidence').innerText();
  }
});

function statements(page: Page): [Locator, Locator] {
  const all = page.locator('main article');
  return [all.nth(0), all.nth(1)];
}

async function expectWords(place: Locator, words: readonly string[]): Promise<void> {
  const text = (await place.innerText()).replace(/\s+/g, ' ').toLowerCase();
  for (const word of words) expect(text).toContain(word.toLowerCase());
}

async function untilItSays(url: string, ...jtis: string[]): Promise<void> {
  await until(`${url} knows of it`, async () => {
    const text = await (await fetch(url)).text();
    return jtis.every((jti) => text.includes(jti));
  });
}

/** The page says of claim and of finding that both other nodes have seen them. */
async function untilBothAreCosigned(url: string): Promise<void> {
  await until('claim and finding are cosigned by two each', async () => {
    const html = await (await fetch(url)).text();
    const [claim, finding] = html
      .slice(html.indexOf('<main'))
      .split('<article')
      .slice(1)
      .map((article) =>
        article
          .replace(/<\/article>.*/s, '')
          .replace(/<[^>]*>/g, '')
          .replace(/\s/g, ' '),
      );
    return [claim, finding].every((words) => words?.includes('osigned by 2 of 2'));
  });
}

/** The third node's receipt carries the author's signature and those of both witnesses. */
async function untilCosigned(jti: string): Promise<void> {
  await until('the receipt carries the quorum', async () => {
    const response = await fetch(`${reader?.url}/records/${jti}/receipt`);
    return (
      response.ok && (await response.text()).split('\n').filter((line) => line.startsWith('— ')).length >= 3
    );
  });
}
