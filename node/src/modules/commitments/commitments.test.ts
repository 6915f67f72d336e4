import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, anonymous, type Fixture, type TestClock, testClock } from '../../testing/index.ts';
import { checkEvidence } from './evidence/check-evidence.ts';
import { exampleAssessment, exampleCommitment, examplePlan, exampleReport } from './examples.ts';
import { commitmentsNode, Partner } from './testing.ts';

let fixture: Fixture;
let clock: TestClock;
let editor: Ask;
let reader: Ask;
let montaluz: Partner;
let haesol: Partner;

beforeAll(async () => {
  clock = testClock(new Date('2026-11-20T12:00:00Z'));
  fixture = await commitmentsNode({ clock });
  editor = await fixture.as(['commitments.*']);
  reader = anonymous(fixture);
  montaluz = await Partner.open(fixture.kernel, 'https://montaluz.example', 'Montaluz');
  haesol = await Partner.open(fixture.kernel, 'https://haesol.example', 'Haesol');
});
afterAll(() => fixture?.stop());

const api = '/api/v1';
const en = (text: string) => ({ source: 'en', en: text });

interface Act {
  jti: string;
  sub: string;
}
async function made(answer: Response): Promise<Act & { id: string; path: string }> {
  const act = (await answer.json()) as Act;
  expect({ status: answer.status, act }).toMatchObject({ status: 201 });
  return { ...act, id: act.sub.split('/').at(-1) ?? '', path: new URL(act.sub).pathname };
}
const read = async <T = Record<string, unknown>>(path: string) =>
  (await (await reader(api + path)).json()) as T;
const publish = async (changes: object = {}) =>
  made(await editor(`${api}/commitments`, { json: { ...exampleCommitment, ...changes } }));

describe('a promise of our own', () => {
  it('is overdue by its deadline alone, and done once a report claims it, late', async () => {
    const commitment = await publish();
    const before = await read(`/commitments/self/${commitment.id}`);
    expect(before).toMatchObject({
      standing: {
        status: null,
        timing: { state: 'overdue', deadline: '2026-10-31T22:00:00.000Z', days: 19 },
        complete: 0,
        of: 2,
        steps: [{ key: 'portal', timing: { state: 'overdue' } }, { key: 'share' }, { key: 'law' }],
      },
    });

    const json = { commitment: commitment.sub, report: exampleReport };
    const report = await made(await editor(`${api}/commitment-reports`, { json }));
    const after = await read(`/commitments/self/${commitment.id}`);
    expect(after).toMatchObject({
      standing: {
        status: 'complete',
        claim: report.jti,
        timing: { state: 'done', late: true, by: report.jti },
        complete: 2,
      },
      reports: [{ counts: true, verification: { state: expect.any(String) } }],
    });
    const steps = (after.standing as { steps: { key: string; progress: object }[] }).steps;
    expect(steps.find(({ key }) => key === 'share')?.progress).toEqual({
      baseline: 20,
      target: 100,
      value: 60,
      share: 0.5,
    });
  });

  it('stands in its plan at a glance, among commitments in other states', async () => {
    const plan = await made(await editor(`${api}/commitment-plans`, { json: examplePlan }));
    await publish({ plan: plan.sub, number: '10', end: '2027' });
    const second = await publish({ plan: plan.sub, number: '2', end: '2027', milestones: [] });
    await made(
      await editor(`${api}/commitment-reports`, {
        json: { commitment: second.sub, report: { ...exampleReport, status: 'limited', milestones: [] } },
      }),
    );
    expect(await read(`/commitment-plans/self/${plan.id}`)).toMatchObject({
      of: 2,
      byStatus: { limited: 1, unreported: 1, complete: 0 },
      overdue: 1,
      commitments: [{ sub: second.sub }, {}],
    });
    const foreign = await editor(`${api}/commitments`, {
      json: { ...exampleCommitment, plan: 'https://montaluz.example/commitments/plans/x' },
    });
    expect(foreign.status).toBe(404);
  });

  it('is revised with If-Match and withdrawn, and a milestone that it does not have cannot be reported on', async () => {
    const commitment = await publish();
    const at = `${api}/commitments/self/${commitment.id}`;
    const put = (ifMatch: string) =>
      editor(at, {
        method: 'PUT',
        json: { ...exampleCommitment, end: '2027' },
        headers: { 'if-match': ifMatch },
      });
    expect((await put(`"${commitment.jti}"`)).status).toBe(201);
    expect((await put(`"${commitment.jti}"`)).status).toBe(412);
    expect(await read(`/commitments/self/${commitment.id}`)).toMatchObject({ version: 2 });
    const unknown = await editor(`${api}/commitment-reports`, {
      json: {
        commitment: commitment.sub,
        report: { ...exampleReport, milestones: [{ key: 'no', status: 'complete' }] },
      },
    });
    expect(await unknown.json()).toMatchObject({ status: 422, code: 'unknown-step' });
    expect((await editor(`${at}/withdrawal`, { json: { reason: 'Replaced' } })).status).toBe(201);
    const late = await editor(`${api}/commitment-reports`, {
      json: { commitment: commitment.sub, report: exampleReport },
    });
    expect(await late.json()).toMatchObject({ status: 409, code: 'subject-withdrawn' });
  });

  it('is nothing that we can assess', async () => {
    const commitment = await publish();
    const own = await editor(`${api}/commitment-assessments`, {
      json: { commitment: commitment.sub, assessment: exampleAssessment },
    });
    expect(await own.json()).toMatchObject({ status: 422, code: 'lead-cannot-assess' });
  });
});

describe('claim and assessment', () => {
  it('stand side by side, with the steps between them and the milestones that explain them', async () => {
    const commitment = await publish();
    const report = await made(
      await editor(`${api}/commitment-reports`, {
        json: { commitment: commitment.sub, report: exampleReport },
      }),
    );
    const assessment = await montaluz.tell('assessment', {
      ...exampleAssessment,
      commitment: montaluz.reference({ ...commitment, node: fixture.kernel.identity.origin }),
      report: { sub: report.sub, jti: report.jti },
    });
    expect(assessment.flag).toBeNull();
    const item = await read(`/commitments/self/${commitment.id}`);
    expect(item).toMatchObject({
      standing: {
        disputed: true,
        judgements: [
          {
            assessment: assessment.jti,
            byLead: false,
            gap: {
              state: 'claims-more',
              steps: 2,
              laterClaim: false,
              milestones: [{ key: 'law', claimed: 'complete', found: 'not-started', steps: 3 }],
            },
            star: { starred: false, conditions: { completion: false, impact: true } },
          },
        ],
      },
    });
    const disputed = (await read('/commitments?timing=disputed')) as { items: { sub: string }[] };
    expect(disputed.items.map(({ sub }) => sub)).toContain(commitment.sub);
  });

  it('by who wrote the commitment is refused and flagged', async () => {
    const commitment = await montaluz.tell('commitment', exampleCommitment);
    const own = { ...exampleAssessment, commitment: montaluz.reference(commitment) };
    expect((await montaluz.tell('assessment', own)).flag).toBe('own-commitment');
    const crooked = { ...montaluz.reference(commitment), origin: { node: haesol.node, name: 'Haesol' } };
    expect((await haesol.tell('assessment', { ...exampleAssessment, commitment: crooked })).flag).toBe(
      'bad-reference',
    );
  });

  it('of a partner’s commitment is ours to publish', async () => {
    const commitment = await montaluz.tell('commitment', exampleCommitment);
    await made(
      await editor(`${api}/commitment-assessments`, {
        json: { commitment: commitment.sub, assessment: exampleAssessment },
      }),
    );
    const item = await read(`/commitments/~${montaluz.host}/${commitment.sub.split('/').at(-1)}`);
    expect(item).toMatchObject({
      assessments: [{ origin: { name: 'Kaldavere' } }],
      standing: { judgements: [{ gap: { state: 'cannot-tell', claimed: null } }], disputed: false },
    });
  });
});

describe('a commitment of several leads', () => {
  it('counts the reports of who wrote it and of who is named and has said yes, and of nobody else', async () => {
    const origin = fixture.kernel.identity.origin;
    const commitment = await montaluz.tell('commitment', {
      ...exampleCommitment,
      leads: [
        { name: en('Montaluz') },
        { name: en('Kaldavere'), node: origin },
        { name: en('Haesol'), node: haesol.node },
      ],
    });
    const path = `/commitments/~${montaluz.host}/${commitment.sub.split('/').at(-1)}`;
    const json = { commitment: commitment.sub, report: { ...exampleReport, status: 'limited' } };
    expect(await (await editor(`${api}/commitment-reports`, { json })).json()).toMatchObject({
      code: 'not-lead',
    });

    // Named, and silent so far: its report claims nothing yet, and counts from the moment at which it says yes.
    const theirs = { ...exampleReport, status: 'substantial', commitment: haesol.reference(commitment) };
    expect((await haesol.tell('report', theirs)).flag).toBeNull();
    expect(await read(path)).toMatchObject({ standing: { status: null }, reports: [{ counts: false }] });
    const accepted = await haesol.tell('lead', { commitment: haesol.reference(commitment) });
    expect(accepted.flag).toBeNull();
    expect(await read(path)).toMatchObject({
      standing: { status: 'substantial' },
      reports: [{ counts: true }],
    });

    await made(await editor(`${api}/commitment-leads`, { json: { commitment: commitment.sub, lead: {} } }));
    const twice = await editor(`${api}/commitment-leads`, { json: { commitment: commitment.sub, lead: {} } });
    expect(await twice.json()).toMatchObject({ status: 409, code: 'already-lead' });
    await made(await editor(`${api}/commitment-reports`, { json }));
    const item = await read(path);
    const assess = await editor(`${api}/commitment-assessments`, {
      json: { commitment: commitment.sub, assessment: exampleAssessment },
    });
    expect(await assess.json()).toMatchObject({ code: 'lead-cannot-assess' });

    // The list computes in SQL what a page computes in TypeScript.
    const list = (await read(`/commitments?origin=${montaluz.host}&limit=100`)) as {
      items: { sub: string; status: string }[];
    };
    const listed = list.items.find(({ sub }) => sub === commitment.sub);
    expect(listed?.status).toBe((item.standing as { status: string }).status);
  });

  it('is not taken on by a node that it does not name', async () => {
    const commitment = await montaluz.tell('commitment', exampleCommitment);
    const answer = await editor(`${api}/commitment-leads`, {
      json: { commitment: commitment.sub, lead: {} },
    });
    expect(await answer.json()).toMatchObject({ status: 422, code: 'not-named' });
    // A stranger that says yes unasked is kept as a record, and its report counts for nothing.
    await haesol.tell('lead', { commitment: haesol.reference(commitment) });
    await haesol.tell('report', { ...exampleReport, commitment: haesol.reference(commitment) });
    expect(await read(`/commitments/~${montaluz.host}/${commitment.sub.split('/').at(-1)}`)).toMatchObject({
      standing: { status: null },
      reports: [{ counts: false }],
    });
  });
});

describe('evidence', () => {
  it('is hashed and kept with the report, stays with it in a revision, and what the address answers later is compared', async () => {
    const commitment = await publish();
    const file = { mediaType: 'text/plain', data: Buffer.from('As it was').toString('base64') };
    const address = `${fixture.kernel.identity.origin}/evidence`;
    const report = await made(
      await editor(`${api}/commitment-reports`, {
        json: {
          commitment: commitment.sub,
          report: { ...exampleReport, evidence: [{ label: en('The list'), url: address, file }] },
        },
      }),
    );
    const signed = await read(`/commitment-reports/self/${report.id}`);
    const [evidence] = (signed.body as { evidence: { sha256: string; size: number }[] }).evidence;
    expect(evidence).toMatchObject({
      size: 9,
      mediaType: 'text/plain',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const copy = await reader(`/blobs/sha256/${evidence?.sha256}`);
    expect(await copy.text()).toBe('As it was');

    const kept = { label: en('The list'), url: address, sha256: evidence?.sha256 };
    const put = await editor(`${api}/commitment-reports/self/${report.id}`, {
      method: 'PUT',
      json: { ...exampleReport, evidence: [kept] },
      headers: { 'if-match': `"${report.jti}"` },
    });
    expect(put.status).toBe(201);
    expect(await read(`/commitment-reports/self/${report.id}`)).toMatchObject({
      version: 2,
      body: { evidence: [{ sha256: evidence?.sha256, size: 9 }] },
    });

    // The address answers other bytes than were handed in.
    const answers = { status: 200, headers: {}, body: Buffer.from('As they would like it') };
    const changed = { ...fixture.kernel, fetcher: { fetch: async () => answers } };
    expect(await checkEvidence(changed)).toEqual({ same: 0, changed: 1, gone: 0, unreachable: 0 });
    expect(await read(`/commitments/self/${commitment.id}`)).toMatchObject({
      evidence: [{ url: address, outcome: 'changed', seen: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    answers.body = Buffer.from('As it was');
    await checkEvidence(changed);
    expect(await read(`/commitments/self/${commitment.id}`)).toMatchObject({
      evidence: [{ outcome: 'same' }],
    });
  });

  it('that cannot be read stays an address without a copy', async () => {
    const commitment = await publish();
    const report = await made(
      await editor(`${api}/commitment-reports`, {
        json: {
          commitment: commitment.sub,
          report: { ...exampleReport, evidence: [{ label: en('Gone'), url: 'http://127.0.0.1:9/none' }] },
        },
      }),
    );
    const { body } = (await read(`/commitment-reports/self/${report.id}`)) as {
      body: { evidence: object[] };
    };
    expect(body.evidence).toEqual([{ label: en('Gone'), url: 'http://127.0.0.1:9/none' }]);
  });
});

describe('reference data', () => {
  const text = [
    'Country,Action Plan Number,Comm No,Commitment Title,Anti-corruption,OGP,Specificity,_Relevant,Potential impact,Completion (progress report),Starred (current formula) progress report',
    'Montaluz,1,1,Open everything,1,0,c. high,1,Transformative,d. Complete,1',
    'Haesol,1,7,Open a little,0,1,a. low,1,Minor,b. Limited,0',
    '',
  ].join('\n');
  const reference = { title: en('Reviews'), source: 'https://reviews.example/', licence: 'not stated' };

  it('is a file with its source, licence and digest, whose rows are nobody’s promise here', async () => {
    const before = (await read('/commitments?limit=100')) as { items: unknown[] };
    const act = await made(await editor(`${api}/commitment-references`, { json: { reference, text } }));
    const kept = (await read(`/commitment-references/self/${act.id}`)) as {
      body: { sha256: string };
    } & object;
    expect(kept).toMatchObject({
      body: { licence: 'not stated', commitments: 2, countries: 2, format: 'ogp-irm' },
    });
    expect(await (await reader(`/blobs/sha256/${kept.body.sha256}`)).text()).toBe(text);
    const rows = (await read(`/commitment-references/self/${act.id}/rows?country=Montaluz`)) as {
      items: object[];
    };
    expect(rows.items).toMatchObject([
      { row: 0, title: 'Open everything', areas: ['anti-corruption'], star: true },
    ]);
    expect(((await read('/commitments?limit=100')) as { items: unknown[] }).items).toHaveLength(
      before.items.length,
    );

    const gone = await editor(`${api}/commitment-references/self/${act.id}/withdrawal`, {
      json: { reason: 'Old' },
    });
    expect(gone.status).toBe(201);
    expect((await reader(`${api}/commitment-references/self/${act.id}/rows`)).status).toBe(404);
  });

  it('that cannot be read is refused with the reason, and nothing is kept', async () => {
    const answer = await editor(`${api}/commitment-references`, { json: { reference, text: 'a,b\n"' } });
    expect(await answer.json()).toMatchObject({
      status: 422,
      code: 'unreadable-file',
      detail: expect.stringContaining('never closed (line 2)'),
    });
  });
});

it('is made anew from the logs as it was', async () => {
  const { rebuild } = await import('../../kernel/fsck/rebuild.ts');
  const before = await read('/commitments?limit=100');
  await rebuild(fixture.kernel);
  expect(await read('/commitments?limit=100')).toEqual(before);
});
