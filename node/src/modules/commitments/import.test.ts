import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ask, anonymous, type Fixture } from '../../testing/index.ts';
import { importOurs } from './commands.ts';
import { exampleCommitment, examplePlan } from './examples.ts';
import { commitmentsNode } from './testing.ts';

let fixture: Fixture;
let editor: Ask;
let reader: Ask;

beforeAll(async () => {
  fixture = await commitmentsNode();
  editor = await fixture.as(['commitments.*']);
  reader = anonymous(fixture);
});
afterAll(() => fixture?.stop());

const operator = { type: 'system', reason: 'operator' } as const;
const canada = JSON.stringify({
  title: '6th National Action Plan',
  commitments: { C1: { en: 'Open <b>', fr: 'Ouvrir' } },
  milestones: { 'C1.1': { en: 'Portal', fr: 'Portail' } },
  indicators: { 'C1.1.1': { en: 'Counted', fr: 'Compté', due_date: '2026-06-30', lead_dept: 'TBS', odd: 1 } },
});
const csv =
  'Country,Action Plan Number,Comm No,Commitment Title,Specificity,_Relevant,Potential impact,Completion (progress report),Anti-corruption,Health,OGP\n' +
  'Montaluz,1,1,Open everything,c. high,1,Transformative,d. Complete,0,1,0\nHaesol,1,1,Open some,a. low,1,Minor,b. Limited,1,1,0\n';
const text = async (answer: Promise<Response>) => await (await answer).text();
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const upload = (content: string, form: Record<string, string>) =>
  editor('/commitments/import', {
    form,
    files: { upload: { name: 'f', type: 'text/plain', text: content } },
  });
const live = async () =>
  (await fixture.kernel.db.selectFrom('pending').select('jti').execute()).length +
  (await fixture.kernel.db.selectFrom('entry').select('jti').execute()).length;

it('keeps a plan of ours waiting until a person publishes each part, once, with nothing of the file lost', async () => {
  const before = await live();
  expect((await upload(canada, { whose: 'ours' })).headers.get('location')).toBe('/commitments/new');
  expect(await live()).toBe(before);
  await expect(importOurs(fixture.kernel, operator, { text: canada })).rejects.toMatchObject({
    code: 'already-imported',
  });
  const page = await text(editor('/commitments/new'));
  expect(page).toContain('6th National Action Plan');
  expect(page).toContain('Open &lt;b&gt;');
  expect(await text(reader('/commitments'))).not.toContain('Open &lt;b&gt;');
  const [plan = '', commitment = ''] = [...page.matchAll(/name="waiting" value="([^"]*)"/g)].map(
    ([, id]) => id ?? '',
  );

  const open = async (waiting: string) =>
    (await editor('/commitments/new', { form: { waiting } })).headers.get('location') ?? '';
  const publish = async (draft: string) => {
    const html = await text(editor(`${draft}/check`));
    const form = { thing: hidden(html, 'thing'), waiting: hidden(html, 'waiting'), step: 'publish' };
    return (await editor(`${draft}/check`, { form })).headers.get('location') ?? '';
  };
  const second = await open(plan);
  expect(await publish(await open(plan))).toContain(`/commitments/plans/${plan}/receipt/`);
  expect(await publish(second)).toContain(`/commitments/plans/${plan}`);
  expect(await publish(await open(commitment))).toContain(`/commitments/${commitment}/receipt/`);
  const { body } = (await (await reader(`/commitments/${commitment}.json`)).json()) as { body: object };
  expect(body).toMatchObject({
    title: { en: 'Open <b>', fr: 'Ouvrir' },
    plan: `${fixture.kernel.identity.origin}/commitments/plans/${plan}`,
    milestones: [{ key: 'C1.1', indicators: [{ key: 'C1.1.1', source: { odd: 1 } }] }],
  });
  expect(await text(editor('/commitments/new'))).not.toContain(`name="waiting" value="${plan}"`);
  expect((await editor('/commitments/new', { form: { waiting: plan } })).status).toBe(404);
});

it('takes in a plan by program too, tells what waits, and publishes it part by part, once', async () => {
  const at = '/api/v1/commitment-waiting';
  const file = JSON.stringify({ ...JSON.parse(canada), title: 'A plan by program' });
  const mayImport = await fixture.as(['commitments.import']);
  expect((await reader(at, { json: { text: file } })).status).toBe(401);
  const taken = await mayImport(at, { json: { text: file } });
  expect([taken.status, await taken.json()]).toEqual([201, { commitments: 1 }]);
  expect(await (await mayImport(at, { json: { text: file } })).json()).toMatchObject({
    code: 'already-imported',
  });
  expect((await mayImport(at)).status).toBe(403);
  const waiting = async () =>
    ((await (await editor(at)).json()) as { items: { id: string; thing: string; title: object }[] }).items;
  const [plan, commitment] = await waiting();
  expect([plan, commitment]).toMatchObject([
    { thing: 'plan', title: { en: 'A plan by program' } },
    { thing: 'commitment', title: { fr: 'Ouvrir' } },
  ]);
  const publish = (id = '') => editor(`${at}/${id}/publication`, { method: 'POST' });
  expect((await publish(commitment?.id)).status).toBe(404);
  expect((await publish(plan?.id)).status).toBe(201);
  const made = (await (await publish(commitment?.id)).json()) as { sub: string };
  expect(made.sub).toBe(`${fixture.kernel.identity.origin}/commitments/${commitment?.id}`);
  expect(await waiting()).toEqual([]);
  expect((await publish(plan?.id)).status).toBe(404);
});

it('takes in its own form, refuses what an assessor wrote and what it cannot read, and says why', async () => {
  const own = {
    format: 'koinon-plan@1',
    node: 'https://montaluz.example',
    plan: { body: examplePlan },
    commitments: [{ body: exampleCommitment }],
  };
  expect((await upload(JSON.stringify(own), { whose: 'ours' })).status).toBe(303);
  for (const [content, words] of [
    [csv, 'codes of an assessor'],
    ['nothing', 'We cannot read this file'],
    ['', 'Choose a file'],
  ] as const) {
    const answer = await upload(content, { whose: 'ours' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  }
  expect((await reader('/commitments/import')).status).toBe(401);
});

it('keeps a reference once, and compares its countries apart from nodes', async () => {
  const about = { whose: 'reference', title: 'Reviews', source: 'https://reviews.example/', licence: 'CC0' };
  expect((await upload(csv, { ...about, licence: '' })).status).toBe(422);
  const kept = await upload(csv, about);
  const path = (kept.headers.get('location') ?? '').replace(/\/receipt\/.*/, '');
  const again = await upload(csv, about);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain(path);

  const countries = await text(reader('/commitments/countries'));
  for (const words of ['Montaluz', 'Haesol', 'CC0', 'reviews.example']) expect(countries).toContain(words);
  const id = path.split('/').at(-1) ?? '';
  const compared = await text(
    reader(`/commitments/compare?with=${id}:Montaluz&with=${id}:Haesol&with=nobody`),
  );
  expect(compared).toContain('class="kn-bars"');
  expect(compared).toContain('1 of 1');
  const themes = compared.slice(compared.indexOf('Commitments by theme, side by side'));
  const rows = [...themes.matchAll(/<th scope="row">(.*?)<\/tr>/g)].map(([row]) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  expect(rows.slice(0, 2)).toEqual(['Health 1 1', 'Anti-corruption 1 0']);
  expect(await text(reader(`/commitments/compare?with=${id}:Montaluz`))).toContain('Choose one more');
  for (const view of ['plans', 'timeline', 'themes', 'compare', 'countries']) {
    for (const lang of ['en', 'he', 'ar', 'ko']) {
      expect((await reader(`/commitments/${view}?lang=${lang}`)).status).toBe(200);
    }
  }
});
