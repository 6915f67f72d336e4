import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256Hex } from '../../kernel/sha256.ts';
import { type Ask, anonymous, type Fixture, testClock } from '../../testing/index.ts';
import { checkEvidence } from './evidence/check-evidence.ts';
import { exampleAssessment, exampleCommitment, examplePlan, exampleReport } from './examples.ts';
import { commitmentsNode, Partner } from './testing.ts';

let fixture: Fixture;
let editor: Ask;
let reader: Ask;

beforeAll(async () => {
  fixture = await commitmentsNode({ clock: testClock(new Date('2026-11-20T12:00:00Z')) });
  editor = await fixture.as(['commitments.*']);
  reader = anonymous(fixture);
});
afterAll(() => fixture?.stop());

const sent = async (path: string, json: object) =>
  (await (await editor(`/api/v1${path}`, { json })).json()) as { sub: string; jti: string };
const html = async (path: string) => {
  const answer = await reader(path);
  expect(answer.status).toBe(200);
  return await answer.text();
};

it('shows the claim beside the finding, says why they differ, and lists both among what is disputed and overdue', async () => {
  const partner = await Partner.open(fixture.kernel, 'https://montaluz.example', 'Montaluz');
  const plan = await sent('/commitment-plans', examplePlan);
  const late = await sent('/commitments', {
    ...exampleCommitment,
    plan: plan.sub,
    title: { source: 'en', en: 'Late' },
  });
  const commitment = await sent('/commitments', { ...exampleCommitment, plan: plan.sub });
  const report = await sent('/commitment-reports', {
    commitment: commitment.sub,
    report: {
      ...exampleReport,
      evidence: [
        {
          label: { source: 'en', en: 'Counts <b>' },
          url: 'https://kaldavere.example/counts',
          file: { mediaType: 'text/csv', data: Buffer.from('a,b').toString('base64') },
        },
      ],
    },
  });
  const assessment = await partner.tell('assessment', {
    ...exampleAssessment,
    commitment: partner.reference({ ...commitment, node: fixture.kernel.identity.origin }),
  });

  const path = new URL(commitment.sub).pathname;
  const page = await html(path);
  for (const words of [
    'says',
    'Court of Audit of Montaluz',
    '“Complete” is claimed.',
    'On the four steps they are 2 apart.',
    'The law is in force',
    'By its codes it has no star',
    'Counts &lt;b&gt;',
    'Open government plan',
  ]) {
    expect(page.replace(/<\/?(bdi|span)[^>]*>/g, '')).toContain(words);
  }
  expect(page.indexOf('>Complete<')).toBeLessThan(page.indexOf('>Limited<'));

  expect(await html(new URL(report.sub).pathname)).toContain('60 of 100 contracts');
  expect(await html(assessment.path)).toContain('holds a third of the contracts');

  const list = await html('/commitments?timing=disputed');
  expect(list).toContain(path);
  expect(list).not.toContain(new URL(late.sub).pathname);
  expect(await html('/commitments?timing=overdue')).toContain(new URL(late.sub).pathname);
  const glance = await html(new URL(plan.sub).pathname);
  expect(glance).toContain('Milestones claimed complete: 2 of 2');
  expect(glance).toContain('No report yet');
  for (const lang of ['fr', 'es', 'et', 'fi', 'da', 'ko', 'he', 'ar']) {
    expect((await reader(`${path}?lang=${lang}`)).status).toBe(200);
  }
});

it('says of a reference whose file it is, and answers nothing where there is nothing', async () => {
  const text =
    'Country,Action Plan Number,Comm No,Commitment Title,Specificity,_Relevant,Potential impact,Completion (progress report)\n' +
    'Montaluz,1,1,Open everything,c. high,1,Transformative,d. Complete\n';
  const reference = {
    title: { source: 'en', en: 'Reviews' },
    source: 'https://reviews.example/',
    licence: 'not stated',
  };
  const kept = await sent('/commitment-references', { reference, text });
  const page = await html(new URL(kept.sub).pathname);
  for (const words of ['Reviews', 'not stated', 'Nothing in it is a promise of this node']) {
    expect(page).toContain(words);
  }
  expect((await reader('/commitments/no-such')).status).toBe(404);
  expect((await reader('/commitments/plans/01a21ac5-2259-773d-a80d-27a8e3340291')).status).toBe(404);
});

it('says on the page that the evidence has changed since, with both fingerprints', async () => {
  const commitment = await sent('/commitments', {
    ...exampleCommitment,
    title: { source: 'en', en: 'Changing' },
  });
  const url = 'https://kaldavere.example/changing';
  await sent('/commitment-reports', {
    commitment: commitment.sub,
    report: {
      ...exampleReport,
      evidence: [
        {
          label: { source: 'en', en: 'Counts' },
          url,
          file: { mediaType: 'text/plain', data: Buffer.from('then').toString('base64') },
        },
      ],
    },
  });
  const answer = { status: 200, headers: {}, body: Buffer.from('now') };
  const fetcher = { fetch: async () => answer } as unknown as typeof fixture.kernel.fetcher;
  await checkEvidence({ ...fixture.kernel, fetcher });
  const page = await html(new URL(commitment.sub).pathname);
  expect(page).toContain('data-color="danger"');
  expect(page).toContain('changed, seen');
  for (const bytes of ['then', 'now']) {
    expect(page).toContain(`${sha256Hex(Buffer.from(bytes)).slice(0, 4)}…`);
  }
});

it('lets a lead of some milestones speak of those alone', async () => {
  const partner = await Partner.open(fixture.kernel, 'https://haesol.example', 'Haesol');
  const leads = [{ name: { source: 'en', en: 'We' }, node: fixture.kernel.identity.origin }];
  const { sub } = await partner.tell('commitment', { ...exampleCommitment, leads });
  await sent('/commitment-leads', { commitment: sub, lead: { milestones: ['portal'] } });
  const say = (milestones: object[]) =>
    editor('/api/v1/commitment-reports', {
      json: { commitment: sub, report: { ...exampleReport, milestones } },
    });
  expect((await say([{ key: 'law', status: 'complete' }])).status).toBe(422);
  expect((await say([{ key: 'share', status: 'limited', value: 40 }])).status).toBe(201);
});
