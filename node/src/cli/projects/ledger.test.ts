import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerJson } from '../../modules/projects/exchange/ledger-file.ts';
import { foldLedger } from '../../modules/projects/ledger/fold.ts';
import { runCommand } from '../testing/run-command.ts';

const LEAD = 'https://lead.example';
const ID = '019f0000-0000-7000-8000-000000000002';
const project = `${LEAD}/projects/019f0000-0000-7000-8000-000000000001`;
const bodyOf = (number: number, type: 'contribution' | 'spending', amount: string) => ({
  project: { sub: project, jti: ID, title: { source: 'en', en: 'P' }, origin: { node: LEAD, name: 'Lead' } },
  ...{ number, type, amount, unit: 'EUR' },
});
const entry = (number: number, type: 'contribution' | 'spending', amount: string) => ({
  sub: `${LEAD}/projects/entries/${number}`,
  jti: ID,
  node: LEAD,
  index: number,
  signedAt: new Date(number * 1000),
  body: bodyOf(number, type, amount),
});
const facts = {
  lead: LEAD,
  members: [LEAD],
  entries: [entry(1, 'contribution', '10'), entry(2, 'spending', '4'), entry(3, 'spending', '7')],
};
const file = ledgerJson(project, facts, foldLedger(facts));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-ledger-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(content: string, ...options: string[]) {
  const path = join(folder, 'ledger.json');
  await writeFile(path, content);
  return await runCommand(['projects', 'ledger', path, ...options]);
}

describe('koinon projects ledger', () => {
  it('adds everything up again, and says which entries do not count', async () => {
    const { exit, out } = await run(JSON.stringify(file));
    expect(out).toContain('Balanced: every unit sums to nothing');
    expect(out).toContain(`Does not count: entry 3 of ${LEAD} (over-available).`);
    expect(exit).toBe(0);
    const { out: json } = await run(JSON.stringify(file), '--json');
    expect(JSON.parse(json)).toMatchObject({
      balanced: true,
      same: true,
      balances: [{ unit: 'EUR', available: '6' }],
    });
  });

  it('finds a figure that does not follow from the entries', async () => {
    const [balance] = file.balances;
    const forged = { ...file, balances: [{ ...balance, available: '60' }] };
    const { exit, out } = await run(JSON.stringify(forged));
    expect(exit).toBe(1);
    expect(out).toContain('The file says other balances of EUR.');
  });

  it('finds an entry that was taken out, because numbers have no gaps', async () => {
    const { exit, out } = await run(JSON.stringify({ ...file, entries: file.entries.slice(1) }));
    expect(exit).toBe(1);
    expect(out).toContain(`Does not count: entry 2 of ${LEAD} (gap).`);
  });

  it.each(['', '{', '[]', '{"format":"koinon-project-ledger@1"}'])('refuses %j', async (content) => {
    const { exit, err } = await run(content);
    expect(exit).toBe(2);
    expect(err).toContain('is no ledger of a project');
  });
});
