import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formLanguages } from '../../kernel/forms/index.ts';
import {
  type Ask,
  anonymous,
  type Fixture,
  type TestPerson,
  testClock,
  testPerson,
} from '../../testing/index.ts';
import { exampleAssessment, exampleCommitment, examplePlan, exampleReport } from './examples.ts';
import { readForm, tasksOf, type Written } from './form/forms.ts';
import { typedOf } from './form/shown-body.ts';
import { stepsOf, withSteps } from './form/step-rows.ts';
import { commitmentsNode, Partner } from './testing.ts';

let fixture: Fixture;
let editor: Ask;
let reader: Ask;
let citizen: TestPerson;

beforeAll(async () => {
  fixture = await commitmentsNode({ clock: testClock(new Date('2026-11-20T12:00:00Z')) });
  editor = await fixture.as(['commitments.*']);
  reader = anonymous(fixture);
  citizen = await testPerson(fixture.node, { name: 'Mari' });
});
afterAll(() => fixture?.stop());

const text = async (answer: Promise<Response>) => await (await answer).text();
const toOf = (answer: Response) => answer.headers.get('location') ?? '';
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const begin = async (at: string, fields: Record<string, string> = {}, who = editor) => {
  const id = hidden(await text(who(at)), 'id');
  return toOf(await who(at, { form: { id, ...fields } }));
};
const save = async (path: string, task: string, fields: Record<string, string | string[]>) =>
  await editor(`${path}/${task}`, { form: { ...fields, step: 'done' } });
/** Publishes a draft and answers the path of the receipt. */
const publish = async (path: string) => {
  const html = await text(editor(`${path}/check`));
  const carried = Object.fromEntries(
    ['thing', 'waiting', 'prev', 'revised'].map((name) => [name, hidden(html, name)]),
  );
  const form = { ...carried, step: 'publish' };
  return { form, answer: await editor(`${path}/check`, { form }) };
};
const bodyAt = async (path: string) =>
  ((await (await reader(`${path.replace(/\/receipt\/.*/, '')}.json`)).json()) as { body: never })
    .body as Record<string, unknown>;

async function writeCommitment(title: string, more: Record<string, string> = {}): Promise<string> {
  const draft = await begin('/commitments/new', { thing: 'commitment' });
  await save(draft, 'languages', { source: 'en' });
  await save(draft, 'title', { 'title.en': title, number: '3' });
  await save(draft, 'promise', { 'what.en': 'All of it' });
  await save(draft, 'dates', { zone: 'Europe/Tallinn', end: '2026-10', ...more });
  await save(draft, 'leads', { 'leads.0.name.en': 'Ministry <b>' });
  await save(draft, 'milestone-1', {
    'milestones.0.title.en': 'The law is in force',
    'milestones.0.deadline': '2026-09',
    'milestones.0.indicators.0.text.en': 'Share',
    'milestones.0.indicators.0.baseline': '20',
    'milestones.0.indicators.0.target': '99,5',
  });
  return draft;
}

describe('writing a plan and a commitment', () => {
  it('sorts a commitment by themes that are named in the reader’s language, and keeps one that only programs know', async () => {
    const json = { ...exampleCommitment, areas: ['open-data', 'moon-law'] };
    const made = (await (await editor('/api/v1/commitments', { json })).json()) as { sub: string };
    const draft = await begin(`${new URL(made.sub).pathname}/revise`);
    const form = await text(editor(`${draft}/sorting?lang=es`));
    expect(form).toMatch(/value="open-data" checked=""[^>]*>\s*<label[^>]*>Datos abiertos</);
    expect(form).toMatch(/value="moon-law" checked=""[^>]*>\s*<label[^>]*>Moon law</);
    await save(draft, 'sorting', { areas: ['moon-law', 'housing'] });
    expect(await text(editor(`${draft}/check?lang=es`))).toContain('Vivienda');
    const { answer } = await publish(draft);
    expect(await bodyAt(toOf(answer))).toMatchObject({ areas: ['moon-law', 'housing'] });
  });

  it('is offered only to those who may', async () => {
    const draft = await begin('/commitments/new', { thing: 'plan' });
    for (const path of ['/commitments/new', draft]) {
      expect((await reader(path)).status).toBe(401);
      expect((await citizen.get(path)).status).toBe(403);
      expect((await editor(path)).status).toBe(200);
    }
    const other = await fixture.as(['commitments.*']);
    expect((await other(draft)).status).toBe(404);
    expect((await other(`${draft}/check`, { form: { step: 'publish' } })).status).toBe(404);
  });

  it('leads from its parts over the answers to a signed record and a receipt, once, however often the button is pressed', async () => {
    const plan = await begin('/commitments/new', { thing: 'plan' });
    await save(plan, 'languages', { source: 'en', lang: 'et' });
    expect((await save(plan, 'plan-title', { 'title.en': 'Plan' })).status).toBe(422);
    expect((await save(plan, 'plan-title', { 'title.en': 'Plan', 'title.et': 'Kava' })).status).toBe(303);
    expect((await save(plan, 'plan-period', { programme: 'ogp', number: 'six' })).status).toBe(422);
    expect(await text(editor(`${plan}/plan-period`))).toContain('value="six"');
    await save(plan, 'plan-period', { programme: 'ogp', number: '6', start: '2026' });
    const first = await publish(plan);
    expect(toOf(first.answer)).toMatch(/^\/commitments\/plans\/[^/]+\/receipt\//);
    expect(await text(editor(toOf(first.answer)))).toContain('The plan is published');
    const again = await editor(`${plan}/check`, { form: first.form });
    expect(toOf(again)).toBe(toOf(first.answer));
    const path = toOf(first.answer).replace(/\/receipt\/.*/, '');
    expect(await bodyAt(path)).toMatchObject({ title: { source: 'en', en: 'Plan', et: 'Kava' }, number: 6 });

    const draft = await writeCommitment('Open <i>', { plan: fixture.kernel.identity.origin + path });
    const list = await text(editor(draft));
    expect(list).toContain('Milestone 1');
    expect(list).toContain('milestone-2');
    const checked = await text(editor(`${draft}/check`));
    expect(checked).toContain('Ministry &lt;b&gt;');
    expect(checked).toContain('as a promise in the name of this node');
    const { answer } = await publish(draft);
    expect(await bodyAt(toOf(answer))).toMatchObject({
      title: { en: 'Open <i>' },
      milestones: [{ key: 'm1', indicators: [{ key: 'i1', baseline: 20, target: 99.5 }] }],
    });
    expect(await text(reader(path))).toContain('Open &lt;i&gt;');
  });

  it('keeps what is wrong as it was typed, and says where it is and how to put it right', async () => {
    const draft = await writeCommitment('Faulty');
    const wrong = await save(draft, 'milestone-1', {
      'milestones.0.title.en': '',
      'milestones.0.deadline': 'soon',
      'milestones.0.indicators.0.text.en': 'Share',
      'milestones.0.indicators.0.target': 'all',
    });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    for (const words of [
      'Milestone 1, What will be there',
      '“Milestone 1, Deadline”: write a day',
      '“Milestone 1, Indicator 1, Value to reach”: write a number',
      'value="soon"',
    ]) {
      expect(html.replaceAll('&quot;', '"')).toContain(words);
    }
    expect((await editor(`${draft}/check`)).status).toBe(303);
    const pressed = await editor(`${draft}/check`, { form: { step: 'publish' } });
    expect(pressed.status).toBe(422);
    expect(await pressed.text()).toContain(`${draft}/milestone-1#f-milestones-0-deadline`);
    expect(toOf(await editor(`${draft}/milestone-1`, { form: { step: 'remove' } }))).toBe(draft);
    expect(await text(editor(draft))).not.toContain('Milestone 1');
  });

  it('revises without losing what the form does not show, keeps keys, and tells what others changed meanwhile', async () => {
    const body = {
      ...exampleCommitment,
      future: { of: 'a newer software' },
      source: { format: 'canada-nap', fields: { a: 1 } },
    };
    const made = (await (await editor('/api/v1/commitments', { json: body })).json()) as { sub: string };
    const path = new URL(made.sub).pathname;
    const draft = await begin(`${path}/revise`);
    const late = await begin(`${path}/revise`);
    await save(draft, 'title', { 'title.et': 'Uus', 'title.en': 'New', number: '3' });
    await save(draft, 'note', { 'note.et': 'Nimi', 'note.en': 'Name' });
    expect(toOf((await publish(draft)).answer)).toContain('/receipt/');
    const kept = await bodyAt(path);
    expect(kept).toMatchObject({
      title: { source: 'et', et: 'Uus', en: 'New' },
      future: { of: 'a newer software' },
      source: { fields: { a: 1 } },
      note: { en: 'Name' },
    });
    expect(kept.milestones).toEqual(exampleCommitment.milestones);
    expect(await text(editor(late))).toContain('Somebody published another version meanwhile');
    expect(await text(editor(`${late}/check`))).toContain('Nothing you typed is lost');
    const history = await text(reader(`${path}/history/2/changes`));
    expect(history.replace(/<[^>]*>/g, '')).toContain('New');
    expect(await text(reader(`${path}/history`))).toContain('Name');
    expect(await text(reader(`${path}/history/1`))).toContain('Every public contract as open data');
  });

  it('withdraws only where the title is typed, and says so on the page', async () => {
    const { answer } = await publish(await writeCommitment('Short-lived'));
    const path = toOf(answer).replace(/\/receipt\/.*/, '');
    expect((await reader(`${path}/withdraw`)).status).toBe(401);
    expect((await editor(`${path}/withdraw`, { form: { reason: 'Wrong', confirm: 'x' } })).status).toBe(422);
    const gone = await editor(`${path}/withdraw`, { form: { reason: 'Wrong <b>', confirm: 'short-lived' } });
    expect(toOf(gone)).toContain('/receipt/');
    expect(await text(reader(path))).toContain('Wrong &lt;b&gt;');
    expect((await editor(`${path}/revise`)).status).toBe(409);
  });
});

describe('reporting and assessing', () => {
  it('takes a claim with files, keeps them with their digests, and leads back to the commitment', async () => {
    const { answer } = await publish(await writeCommitment('With evidence'));
    const path = toOf(answer).replace(/\/receipt\/.*/, '');
    const draft = await begin(`${path}/report`);
    await save(draft, 'claim', { period: '2026-10', status: 'substantial', 'progress.en': 'Much <s>' });
    expect((await save(draft, 'steps', { 'milestones.0.key': 'm1', 'milestones.0.value': 'x' })).status).toBe(
      422,
    );
    await save(draft, 'steps', {
      'milestones.0.key': 'm1',
      'milestones.0.status': 'complete',
      'milestones.1.key': 'i1',
      'milestones.1.value': '60',
      'milestones.1.status': 'limited',
    });
    const sent = await editor(`${draft}/evidence`, {
      form: { step: 'done', 'evidence.0.label.en': 'Counts' },
      files: { 'evidence.0.file.upload': { name: 'counts.csv', type: 'text/csv', text: 'a,b' } },
    });
    expect(sent.status).toBe(303);
    expect(await text(editor(`${draft}/evidence`))).toContain('counts.csv');
    const sha256 = 'f5ae60ee4e1a84a2efd0c3a8e2c6d97f2ffa4cde3bd2be0a72f6d7a4d3bd5a73';
    expect((await reader(`/blobs/sha256/${sha256}`)).status).toBe(404);
    const published = toOf((await publish(draft)).answer);
    const body = await bodyAt(published);
    expect(body).toMatchObject({
      status: 'substantial',
      milestones: [
        { key: 'm1', status: 'complete' },
        { key: 'i1', status: 'limited', value: 60 },
      ],
      evidence: [{ label: { en: 'Counts' }, size: 3 }],
    });
    const [{ sha256: kept }] = body.evidence as [{ sha256: string }];
    expect(await text(reader(`/blobs/sha256/${kept}`))).toBe('a,b');
    expect(JSON.stringify(body)).not.toContain('counts.csv');
    const left = await fixture.kernel.db
      .selectFrom('commitments_upload' as never)
      .selectAll()
      .execute();
    expect(left).toEqual([]);
    const page = await text(reader(published.replace(/\/receipt\/.*/, '')));
    expect(page).toContain('Much &lt;s&gt;');
    expect(page).toContain('The law is in force');
    expect(await text(reader(path))).toContain('Much &lt;s&gt;');

    const revised = await begin(`${published.replace(/\/receipt\/.*/, '')}/revise`);
    await save(revised, 'claim', { period: '2026-11', status: 'complete', 'progress.en': 'All' });
    const second = await bodyAt(toOf((await publish(revised)).answer));
    expect(second).toMatchObject({ status: 'complete', evidence: [{ sha256: kept, size: 3 }] });
  });

  it('offers an assessment of a partner’s commitment with the codes of the chosen scheme, and not of our own', async () => {
    const partner = await Partner.open(fixture.kernel, 'https://montaluz.example', 'Montaluz');
    const theirs = await partner.tell('commitment', exampleCommitment);
    const path = theirs.path;
    const draft = await begin(`${path}/assess`);
    expect(await text(editor(draft))).not.toContain(`${draft}/codes`);
    await save(draft, 'assessor', { 'assessor.name.en': 'Court of Audit', 'codes.scheme': 'star-2016' });
    expect((await save(draft, 'codes', { 'codes.specificity': 'high' })).status).toBe(422);
    await save(draft, 'codes', {
      'codes.specificity': 'high',
      'codes.relevant': 'yes',
      'codes.impact': 'transformative',
      'codes.completion': 'complete',
    });
    await save(draft, 'reasoning', { 'reasoning.en': 'Seen.' });
    const receipt = toOf((await publish(draft)).answer);
    expect(await bodyAt(receipt)).toMatchObject({ codes: { scheme: 'star-2016', relevant: true } });
    expect(await text(reader(path))).toContain('Court of Audit');

    const { answer } = await publish(await writeCommitment('Ours'));
    const own = await begin(`${toOf(answer).replace(/\/receipt\/.*/, '')}/assess`);
    await save(own, 'assessor', { 'assessor.name.en': 'We', 'codes.scheme': 'irm-2021' });
    await save(own, 'codes', {
      'codes.verifiable': 'yes',
      'codes.lens': 'no',
      'codes.potential': 'modest',
      'codes.completion': 'complete',
    });
    await save(own, 'reasoning', { 'reasoning.en': 'Good.' });
    expect((await publish(own)).answer.status).toBe(422);
  });

  it('says yes to a commitment that names this node, once', async () => {
    const partner = await Partner.open(fixture.kernel, 'https://haesol.example', 'Haesol');
    const node = fixture.kernel.identity.origin;
    const leads = [{ name: { source: 'en', en: 'We' }, node }];
    const { path } = await partner.tell('commitment', { ...exampleCommitment, leads });
    expect(await text(editor(path))).toContain('Say that we lead this too');
    const draft = await begin(`${path}/lead`);
    await save(draft, 'part', { 'part.en': 'The portal', milestones: 'portal' });
    const receipt = toOf((await publish(draft)).answer);
    expect(await bodyAt(receipt)).toMatchObject({ milestones: ['portal'], part: { en: 'The portal' } });
    expect(await text(editor(receipt))).toContain('You lead this commitment too');
    expect(await text(editor(path))).not.toContain('Say that we lead this too');
  });
});

it.each<[Written, Record<string, unknown>]>([
  ['plan', { ...examplePlan }],
  ['commitment', { ...exampleCommitment }],
  ['report', { ...exampleReport }],
  ['assessment', { ...exampleAssessment }],
])('a %s goes through its form unchanged', (thing, body) => {
  const steps = stepsOf(exampleCommitment);
  const typed = withSteps(typedOf(thing, body), thing === 'report' || thing === 'assessment' ? steps : []);
  const tasks = tasksOf(thing, typed, false);
  const langs = formLanguages(typed, 'en');
  const answer = readForm(thing, typed, {
    tasks,
    langs,
    base: body,
    steps: new Set(steps.map(({ key }) => key)),
  });
  const sorted = (value: unknown): unknown =>
    thing === 'report' || thing === 'assessment' ? { ...(value as object), milestones: undefined } : value;
  expect(answer.ok ? sorted(answer.body) : answer.problems).toEqual(sorted(body));
});
