import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCommitment, examplePlan } from '../../modules/commitments/examples.ts';
import { publishCommitment, publishPlan } from '../../modules/commitments/index.ts';
import { commitmentsNode } from '../../modules/commitments/testing.ts';
import type { Fixture } from '../../testing/index.ts';
import { runCommand } from '../testing/run-command.ts';

const CSV = [
  'Country,Action Plan Number,Comm No,Commitment Title,Specificity,_Relevant,Potential impact,Completion (progress report)',
  'Montaluz,1,1,"Água, para todos",c. high,1,Transformative,d. Complete',
  'Haesol,2,1,Two,a. low,0,Minor,b. Limited',
  '',
].join('\r\n');
const CANADA = {
  title: '7th National Action Plan',
  commitments: { C01: { en: 'Open', fr: 'Ouvert' } },
  milestones: { 'C01.1': { en: 'A portal', fr: 'Un portail' } },
  indicators: { 'C01.1.1': { en: 'It answers', fr: 'Il répond', lead_dept: 'TBS', due_date: '2027-03-31' } },
};
const TERMS = ['--source', 'https://reviews.example/', '--licence', 'CC-BY-4.0'];
const SLOW = 120_000;

let folder: string;
let fixture: Fixture;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-commitments-'));
  fixture = await commitmentsNode();
});
afterAll(async () => {
  await fixture.stop();
  await rm(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const system = { type: 'system', reason: 'test' } as const;
const commitments =
  (data: string) =>
  (...argv: string[]) =>
    runCommand(['commitments', ...argv, '--data', data], { KOINON_ALLOW_LOOPBACK: 'true' });
const running = (...argv: string[]) => commitments(fixture.kernel.config.dataDir)(...argv);

describe('koinon commitments import and export', { timeout: SLOW }, () => {
  it('keep a file at a running node with source and licence, and give it back byte for byte', async () => {
    await writeFile(at('irm.csv'), `\ufeff${CSV}`);
    const kept = await running('import', at('irm.csv'), '--reference', ...TERMS, '--json');
    expect({ exit: kept.exit, err: kept.err }).toEqual({ exit: 0, err: '' });
    const { sub, commitments: count } = JSON.parse(kept.out) as { sub: string; commitments: number };
    expect(count).toBe(2);
    const shown = await (await fetch(`${fixture.node.url}${new URL(sub).pathname}.json`)).json();
    expect(shown).toMatchObject({
      body: { title: { en: 'irm.csv' }, source: 'https://reviews.example/', licence: 'CC-BY-4.0' },
    });
    for (const subject of [sub, new URL(sub).pathname, sub.split('/').at(-1) ?? '']) {
      expect(await running('export', subject, at('back.csv'), '--force')).toMatchObject({ exit: 0 });
      expect(await readFile(at('back.csv'))).toEqual(await readFile(at('irm.csv')));
    }
    const list = (await (await fetch(`${fixture.node.url}/api/v1/commitments`)).json()) as {
      items: object[];
    };
    expect(list.items).toEqual([]);
  });

  it('open the database of a node that does not run', async () => {
    const data = at('node');
    const init = ['init', '--origin', 'http://127.0.0.1:4999', '--name', 'Kaldavere', '--data', data];
    expect(await runCommand(init, { KOINON_ALLOW_LOOPBACK: 'true' })).toMatchObject({ exit: 0 });
    const stopped = commitments(data);
    await writeFile(at('nap.json'), JSON.stringify(CANADA));
    const kept = await stopped('import', at('nap.json'), '--reference', ...TERMS, '--json');
    expect(kept.exit).toBe(0);
    const { sub } = JSON.parse(kept.out) as { sub: string };
    expect(await stopped('export', sub, at('nap-back.json'))).toMatchObject({ exit: 0 });
    expect(await readFile(at('nap-back.json'))).toEqual(await readFile(at('nap.json')));
  });

  it('ask at once for the evidence that a running node shows', async () => {
    const { exit, out } = await running('evidence', '--json');
    expect({ exit, ...JSON.parse(out) }).toEqual({ exit: 0, same: 0, changed: 0, gone: 0, unreachable: 0 });
  });

  it('take in a plan of ours that waits for people: nothing of it is published by that', async () => {
    await writeFile(at('nap.json'), JSON.stringify(CANADA));
    const list = async () =>
      (await (await fetch(`${fixture.node.url}/api/v1/commitment-plans`)).json()) as { items: object[] };
    const before = await list();
    const { exit, out } = await running('import', at('nap.json'), '--ours');
    expect(exit).toBe(0);
    expect(out).toContain('each by a person');
    expect(await list()).toEqual(before);
  });

  it('never replace a file without being asked', async () => {
    await writeFile(at('mine.json'), 'mine');
    const { exit, err } = await running('export', 'anything', at('mine.json'));
    expect({ exit, err }).toEqual({
      exit: 2,
      err: `${at('mine.json')} exists already. Give --force to replace it.\n`,
    });
    expect(await readFile(at('mine.json'), 'utf8')).toBe('mine');
  });

  it('write a plan of ours as JSON, as the OGP’s columns, and in Canada’s form where it fits', async () => {
    const plan = await publishPlan(fixture.kernel, system, { body: examplePlan });
    await publishCommitment(fixture.kernel, system, { body: { ...exampleCommitment, plan: plan.sub } });
    expect(await running('export', plan.sub, at('own.json'))).toMatchObject({ exit: 0 });
    expect(JSON.parse(await readFile(at('own.json'), 'utf8'))).toMatchObject({
      format: 'koinon-plan@1',
      plan: { sub: plan.sub, body: examplePlan },
      commitments: [{ body: exampleCommitment }],
    });
    expect(await running('export', plan.sub, at('own.csv'), '--form', 'ogp')).toMatchObject({ exit: 0 });
    expect(await readFile(at('own.csv'), 'utf8')).toContain('Kaldavere,5,,3,Iga hange avaandmetena,');
    expect((await runCommand(['commitments', 'check', at('own.csv'), '--json'])).exit).toBe(0);
    const refused = await running('export', plan.sub, at('own-ca.json'), '--form', 'canada-nap');
    expect(refused.exit).toBe(1);
    expect(refused.err).toMatch(/^It cannot be written as canada-nap\. .+\.\n$/);
    await expect(readFile(at('own-ca.json'))).rejects.toThrow('ENOENT');
  });

  it('write a plan in Canada’s form that reads back with every milestone and indicator', async () => {
    const plan = await publishPlan(fixture.kernel, system, { body: examplePlan });
    const [milestone] = exampleCommitment.milestones;
    const indicators = milestone?.indicators?.map((one) => ({
      ...one,
      key: 'C01.1.1',
      lead: { source: 'en', en: 'TBS' },
    }));
    await publishCommitment(fixture.kernel, system, {
      body: {
        ...exampleCommitment,
        number: 'C01',
        plan: plan.sub,
        milestones: [
          { key: 'C01.1', title: { source: 'en', en: 'A portal' }, ...(indicators && { indicators }) },
        ],
      },
    });
    expect(await running('export', plan.sub, at('ca.json'), '--form', 'canada-nap')).toMatchObject({
      exit: 0,
    });
    const { out } = await runCommand(['commitments', 'check', at('ca.json'), '--json']);
    expect(JSON.parse(out)).toEqual({ format: 'canada-nap', commitments: 1, milestones: 1, indicators: 1 });
    expect(await running('export', plan.sub, at('us.json'), '--form', 'us-nap')).toMatchObject({ exit: 1 });
  });

  it.each([
    [['import', 'irm.csv'], 2, 'Say whose the file is'],
    [['import', 'irm.csv', '--reference', '--ours'], 2, 'Say whose the file is'],
    [['import', 'irm.csv', '--reference', '--licence', 'x'], 2, 'give --source'],
    [['import', 'irm.csv', '--reference', '--source', 'https://a.example/'], 2, 'give --licence'],
    [['import', 'irm.csv', '--reference', '--source', 'here', '--licence', 'x'], 2, 'http or https address'],
    [
      ['import', 'irm.csv', '--reference', ...TERMS, '--title', 'x', '--lang', '!!'],
      2,
      '--title does not fit',
    ],
    [['import', 'irm.csv', '--reference', ...TERMS, '--title', 'x'.repeat(301)], 2, '--title does not fit'],
    [['import', 'irm.csv', '--ours'], 2, 'never a plan of ours'],
    [['import', 'bad.csv', '--reference', ...TERMS], 2, 'no OGP commitments file'],
    [['export', '/commitments/plans/019aa3f0-0000-7000-8000-000000000001', 'out.json'], 1, 'has no plan'],
    [['export', 'anything', 'out.json'], 1, 'has no plan'],
    [['export', 'anything', 'out.json', '--form', 'xlsx'], 2, '--form takes json'],
  ])('%j is refused in one sentence', async (argv, exit, sentence) => {
    await writeFile(at('irm.csv'), CSV);
    await writeFile(at('nap.json'), JSON.stringify(CANADA));
    await writeFile(at('bad.csv'), 'hello');
    const answer = await running(
      ...argv.map((word) => (/^(irm|nap|bad|out)\./.test(word) ? at(word) : word)),
    );
    expect(answer.out).toBe('');
    expect(answer.err).toContain(sentence);
    expect(answer.err.trim()).toMatch(/\.$/);
    expect(answer.exit).toBe(exit);
  });
});
