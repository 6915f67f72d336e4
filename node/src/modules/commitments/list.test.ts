import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShownLogs } from '../../kernel/log/shown-logs.ts';
import { type Ask, anonymous, type Fixture } from '../../testing/index.ts';
import { assess, publishCommitment, publishPlan, report } from './commands.ts';
import type { CommitmentInput } from './commitment.ts';
import { exampleAssessment, exampleCommitment, examplePlan, exampleReport } from './examples.ts';
import { type CommitmentFilter, FACETS, filterParameters } from './filter.ts';
import { countFacets, listCommitments } from './read.ts';
import { commitmentsNode, Partner } from './testing.ts';

const system = { type: 'system', reason: 'test' } as const;
const en = (text: string) => ({ source: 'en', en: text });
const HOST = 'montaluz.example';

let fixture: Fixture;
let reader: Ask;
let plan: string;

/** Two of ours in a plan, one of them claimed and due; two of a partner, one claimed complete and found otherwise by us. */
beforeAll(async () => {
  fixture = await commitmentsNode();
  reader = anonymous(fixture);
  const { kernel } = fixture;
  plan = (await publishPlan(kernel, system, { body: { ...examplePlan, title: en('The plan <b>') } })).sub;
  const publish = (title: string, changes: Partial<CommitmentInput> = {}) =>
    publishCommitment(kernel, system, { body: { ...exampleCommitment, title: en(title), plan, ...changes } });
  const due = await publish('Ours due', { end: '2020', areas: ['health'] });
  await report(kernel, system, {
    commitment: due.sub,
    body: { ...exampleReport, status: 'limited', milestones: [] },
  });
  await publish('Ours planned', { end: '2099', areas: ['health', 'open-data'] });
  const partner = await Partner.open(kernel, `https://${HOST}`, 'Montaluz');
  const tell = async (title: string, changes: object) => {
    const body = { ...exampleCommitment, title: en(title), ...changes };
    return await partner.tell('commitment', body, { id: uuidv7() });
  };
  const theirs = await tell('Theirs complete', { areas: ['open-data'] });
  await tell('Theirs planned', { end: '2099', areas: [] });
  await partner.tell('report', {
    ...exampleReport,
    commitment: partner.reference({ ...theirs, node: `https://${HOST}` }),
  });
  await assess(kernel, system, { commitment: theirs.sub, body: exampleAssessment });
});
afterAll(() => fixture?.stop());

const shown = () => readShownLogs(fixture.kernel.db);
const count = async (filter: CommitmentFilter) => countFacets(fixture.kernel, await shown(), filter);
const titles = async (filter: CommitmentFilter) =>
  (await listCommitments(fixture.kernel, await shown(), filter, { limit: 100, after: null })).items.map(
    ({ title }) => title.en,
  );

describe('the facets of commitments', () => {
  it('count what each choice would leave', async () => {
    const { counts, plans } = await count({});
    const of = (values: readonly { value: string; count: number }[]) =>
      Object.fromEntries(values.map((one) => [one.value, one.count]));
    expect(counts.total).toBe(4);
    expect(of(counts.origin)).toEqual({ self: 2, [HOST]: 2 });
    expect(of(counts.status)).toEqual({ limited: 1, complete: 1, unreported: 2 });
    expect(of(counts.timing)).toEqual({ overdue: 1, planned: 2, done: 1, disputed: 1 });
    expect(of(counts.area)).toEqual({ health: 2, 'open-data': 2 });
    expect(of(counts.plan)).toEqual({ [plan]: 2 });
    expect(plans.get(plan)).toEqual(en('The plan <b>'));
  });

  it('agree with the list for every filter that they offer, alone and with another', async () => {
    for (const filter of [
      {},
      { origin: 'self' },
      { area: 'open-data' },
      { q: 'planned' },
    ] as CommitmentFilter[]) {
      const { counts } = await count(filter);
      expect(await titles(filter)).toHaveLength(counts.total);
      for (const facet of FACETS) {
        for (const { value, count } of counts[facet]) {
          const found = await titles({ ...filter, [facet]: value });
          expect([filterParameters(filter), facet, value, found.length]).toEqual([
            filterParameters(filter),
            facet,
            value,
            count,
          ]);
        }
      }
    }
  });

  it('heed every filter but their own', async () => {
    const { counts } = await count({ origin: 'self', status: 'limited' });
    expect(counts.total).toBe(1);
    expect(counts.origin).toEqual([{ value: 'self', count: 1 }]);
    expect(counts.status).toEqual(expect.arrayContaining([{ value: 'unreported', count: 1 }]));
  });

  it('stand beside the list as links with counts, and say what it is narrowed to', async () => {
    const page = await (await reader(`/commitments?plan=${encodeURIComponent(plan)}&lang=en`)).text();
    expect(page).toContain('2 commitments');
    expect(page).toContain('The plan &lt;b&gt;');
    expect(page).toContain('aria-current="true"');
    expect(page).toMatch(/Remove: .*The plan/);
    expect(page).toContain(
      `href="/commitments/deadlines.ics?plan=${encodeURIComponent(plan).replaceAll("'", '%27')}"`,
    );
    const first = await (await reader('/commitments?lang=en')).text();
    expect(first).toMatch(/href="\/commitments\?origin=montaluz(\.|%2E)example[^"]*"/);
    expect(first).toMatch(/href="\/commitments\?area=open-data[^"]*"/);
    expect(first).toContain('href="/commitments.csv"');
  });

  it('take any value that a reader types', async () => {
    for (const facet of FACETS) {
      for (const value of ["'; drop table log; --", '__proto__', 'constructor', '%00', 'x'.repeat(300)]) {
        const answer = await reader(`/commitments?${facet}=${encodeURIComponent(value)}`);
        expect([facet, value, answer.status]).toEqual([facet, value, 200]);
      }
    }
  });
});
