import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_DRAFT_BYTES, MOST_DRAFTS } from '../../kernel/drafts/index.ts';
import { type TestPerson, testPerson } from '../../testing/index.ts';
import { publishPractice, revisePractice, withdrawPractice } from './commands.ts';
import { examplePractice } from './examples.ts';
import { writePracticeForm } from './form/practice-form.ts';
import { type TaskName, taskOf, tasksOf } from './form/tasks.ts';
import { type Ask, anonymous, type Fixture, practicesNode } from './testing.ts';

const system = { type: 'system', reason: 'test' } as const;
const en = (text: string) => ({ source: 'en', en: text });
const { stage, level, topics } = examplePractice;
const inEnglish = {
  stage,
  level,
  topics,
  summary: en('In short'),
  problem: en('Two offices'),
  done: en('One office'),
};

let fixture: Fixture;
let editor: Ask;
let reader: Ask;
let citizen: TestPerson;

beforeAll(async () => {
  fixture = await practicesNode();
  editor = await fixture.as(['practices.*']);
  reader = anonymous(fixture);
  citizen = await testPerson(fixture.node, { name: 'Mari' });
});
afterAll(() => fixture?.stop());

const text = async (answer: Promise<Response>) => await (await answer).text();
const toOf = (answer: Response) => answer.headers.get('location') ?? '';
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
/** Presses the button of the page where writing begins. */
const begin = async (who: Ask = editor, at = '/practices/new') => {
  const id = hidden(await text(who(at)), 'id');
  return toOf(await who(at, { form: { id } }));
};
const part = (task: TaskName, typed = writePracticeForm(examplePractice)) =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => taskOf(field) === task));
const fillIn = async (path: string, typed = writePracticeForm(examplePractice)) => {
  for (const task of tasksOf(false)) {
    const saved = await editor(`${path}/${task}`, { form: { ...part(task, typed), step: 'done' } });
    expect([task, saved.status]).toEqual([task, 303]);
  }
};
const publish = async (title: string) => {
  const act = await publishPractice(fixture.kernel, system, {
    body: { ...examplePractice, title: en(title) },
  });
  return { ...act, path: new URL(act.sub).pathname, id: act.sub.split('/').at(-1) ?? '' };
};
const count = async () => (await fixture.kernel.db.selectFrom('draft').select('id').execute()).length;

describe('writing a practice', () => {
  it('is offered only to those who may', async () => {
    for (const path of ['/practices/new', await begin()]) {
      expect((await reader(path)).status).toBe(401);
      expect((await (await fixture.as(['practices.adopt']))(path)).status).toBe(403);
      expect((await citizen.get(path)).status).toBe(403);
      expect((await editor(path)).status).toBe(200);
    }
  });

  it('begins with a button: looking changes nothing, and pressing twice begins one draft', async () => {
    const before = await count();
    const id = hidden(await text(editor('/practices/new')), 'id');
    expect(await count()).toBe(before);
    const [first, second] = await Promise.all([1, 2].map(() => editor('/practices/new', { form: { id } })));
    expect(toOf(first as Response)).toBe(`/practices/drafts/${id}`);
    expect(toOf(second as Response)).toBe(`/practices/drafts/${id}`);
    expect(await count()).toBe(before + 1);
  });

  it('goes part by part and says how far each is', async () => {
    const path = await begin();
    const list = await text(editor(path));
    expect(list).toContain('You have completed 0 of 8.');
    expect(list.match(/not started yet/g)).toHaveLength(8);
    expect(list).not.toContain(`href="${path}/check"`);
    const first = await editor(`${path}/languages`, { form: { source: 'es', lang: 'en', step: 'done' } });
    expect(toOf(first)).toBe(`${path}/title`);
    expect(await text(editor(`${path}/title`))).toContain('name="summary.en"');
    const later = await editor(`${path}/title`, {
      form: { 'title.es': 'Un título', 'summary.es': '', step: 'later' },
    });
    expect(toOf(later)).toBe(path);
    const after = await text(editor(path));
    expect(after).toContain('You have completed 1 of 8.');
    expect(after).toContain('in progress');
    expect(after).toContain('Un título');
    expect(await text(editor(`${path}/title`))).toContain('value="Un título"');
  });

  it('keeps what has a fault too, and says where and how to put it right', async () => {
    const path = await begin();
    const answer = await editor(`${path}/contacts`, {
      form: { 'links.0.label.en': 'The law', 'links.0.url': 'ftp://x', step: 'done' },
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Error: Contacts and links');
    expect(html).toContain('href="#f-links-0-url"');
    expect(html).toContain('value="ftp://x"');
    const again = await text(editor(`${path}/contacts`));
    expect(again).toContain('value="ftp://x"');
    expect(again).toContain('href="#f-links-0-url"');
    expect(await text(editor(path))).toContain('there is a problem');
  });

  it('loses nothing where its author was logged out meanwhile', async () => {
    const path = await begin();
    const refused = await reader(`${path}/story`, {
      form: { 'problem.en': 'Typed for an hour', step: 'done' },
      headers: { origin: fixture.kernel.identity.origin },
    });
    const html = await refused.text();
    expect(refused.status).toBe(403);
    expect(html).toContain('Typed for an hour');
    expect(html).toContain(`action="${path}/story"`);
  });

  it('shows the answers before anything is signed, with the way to change each', async () => {
    const path = await begin();
    expect(toOf(await editor(`${path}/check`))).toBe(path);
    await fillIn(path);
    expect(await text(editor(path))).toContain('You have completed 8 of 8.');
    const check = await text(editor(`${path}/check`));
    expect(check).toContain('This becomes public:');
    expect(check).toContain('Un solo trámite al nacer');
    expect(check).toContain('One visit when a child is born');
    for (const task of tasksOf(false)) expect(check).toContain(`href="${path}/${task}?to=check"`);
    expect(hidden(await text(editor(`${path}/title?to=check`)), 'to')).toBe('check');
    const changed = await editor(`${path}/title`, { form: { ...part('title'), to: 'check', step: 'done' } });
    expect(toOf(changed)).toBe(`${path}/check`);
  });

  it('publishes once however often the button is pressed, and the draft is gone with it', async () => {
    const path = await begin();
    await fillIn(path);
    const before = await count();
    const press = () => editor(`${path}/check`, { form: { step: 'publish' } });
    const answers = await Promise.all([press(), press(), press()]);
    answers.push(await press());
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map(toOf)).size).toBe(1);
    const id = path.split('/').at(-1);
    expect(toOf(answers[0] as Response)).toMatch(new RegExp(`^/practices/${id}/receipt/`));
    expect(await text(reader(toOf(answers[0] as Response)))).toContain('The practice is published');
    expect(await text(reader(`/practices/${id}`))).toContain('One visit when a child is born');
    expect(await count()).toBe(before - 1);
    expect((await editor(path)).status).toBe(404);
    expect(await begin()).not.toContain(id);
    // The page where it began may still be open.
    expect(toOf(await editor('/practices/new', { form: { id: id ?? '' } }))).not.toContain(id);
  });

  it('publishes nothing that is not right, and says what is missing', async () => {
    const path = await begin();
    const answer = await editor(`${path}/check`, { form: { step: 'publish' } });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Error:');
    expect(html).toContain(`href="${path}/title#f-title-en"`);
    expect((await reader(path.replace('/drafts', ''))).status).toBe(404);
  });
});

describe('a draft', () => {
  it('is its author’s alone: for everybody else there is none', async () => {
    const path = await begin();
    await fillIn(path);
    const other = await fixture.as(['practices.*']);
    const [read, sent] = [
      ['', '/title', '/check', '/delete'],
      ['/title', '/check', '/delete'],
    ];
    for (const place of read) expect([place, (await other(path + place)).status]).toEqual([place, 404]);
    for (const place of sent) {
      const form = { ...part('title'), 'title.es': 'Taken over', step: 'done' };
      expect([place, (await other(path + place, { form })).status]).toEqual([place, 404]);
    }
    const id = path.split('/').at(-1) ?? '';
    expect((await other('/practices/new', { form: { id } })).status).toBe(404);
    expect(await text(other('/practices/new'))).not.toContain(path);
    expect(await text(editor(`${path}/title`))).not.toContain('Taken over');
    expect((await reader(`/practices/${id}`)).status).toBe(404);
  });

  it('is listed for its author, from the list of practices on, and can be deleted', async () => {
    const author = await fixture.as(['practices.*']);
    const mine = () => text(author('/practices/new'));
    expect(await mine()).not.toContain('Your drafts');
    const path = await begin(author);
    expect(await mine()).toContain('Without a title yet');
    expect(await text(author('/practices'))).toContain('Your drafts (1)');
    expect(await text(reader('/practices'))).not.toContain('Your drafts');
    expect(await text(author(`${path}/delete`))).toContain('gone for good');
    expect(await mine()).toContain(path);
    expect(toOf(await author(`${path}/delete`, { form: {} }))).toBe('/practices/new');
    expect(await mine()).not.toContain(path);
    expect((await author(path)).status).toBe(404);
  });

  it('has bounds: what is too large is refused and shown back, and so is one draft too many', async () => {
    const author = await fixture.as(['practices.*']);
    const path = await begin(author);
    const half = 'x'.repeat(MOST_DRAFT_BYTES / 2);
    const save = (task: TaskName, field: string) =>
      author(`${path}/${task}`, { form: { [field]: half, step: 'later' } });
    expect((await save('story', 'problem.en')).status).toBe(303);
    const refused = await save('lessons', 'cost.en');
    const html = await refused.text();
    expect([refused.status, html.includes('would be larger than we keep')]).toEqual([413, true]);
    expect(html).toContain(half);
    for (let i = 1; i < MOST_DRAFTS; i++) await begin(author);
    const id = hidden(await text(author('/practices/new')), 'id');
    const tooMany = await author('/practices/new', { form: { id } });
    expect([tooMany.status, await tooMany.text()]).toEqual([
      409,
      expect.stringContaining(`as many drafts as one can have: ${MOST_DRAFTS}`),
    ]);
  });
});

describe('revising a practice', () => {
  const mine = (path: string, title: string) =>
    editor(`${path}/title`, {
      form: { 'title.en': title, 'summary.en': 'In short', 'title.es': '', 'summary.es': '', step: 'done' },
    });
  const press = async (path: string) => {
    const html = await text(editor(`${path}/check`));
    return await editor(`${path}/check`, {
      form: { prev: hidden(html, 'prev'), revised: hidden(html, 'revised'), step: 'publish' },
    });
  };
  const published = async (title: string) => {
    const act = await publishPractice(fixture.kernel, system, { body: { ...inEnglish, title: en(title) } });
    return { jti: act.jti, id: act.sub.split('/').at(-1) ?? '', path: new URL(act.sub).pathname };
  };

  it('begins from the latest version, with everything done but the note of what changed', async () => {
    const { path } = await published('Library cards');
    const draft = await begin(editor, `${path}/revise`);
    const list = await text(editor(draft));
    expect(list).toContain('You have completed 8 of 9.');
    expect(list).toContain('Library cards');
    expect(await text(editor(`${path}/revise`))).toContain(draft);
    await mine(draft, 'Library cards for all');
    await editor(`${draft}/note`, { form: { 'note.en': 'For all now.', step: 'done' } });
    const done = await press(draft);
    expect(toOf(done)).toMatch(new RegExp(`^${path}/receipt/`));
    expect(await text(reader(path))).toContain('Library cards for all');
    expect(await text(reader(`${path}/history`))).toContain('For all now.');
  });

  it('publishes a version once however often the button is pressed', async () => {
    const { path } = await published('Night buses');
    const draft = await begin(editor, `${path}/revise`);
    const html = await text(editor(`${draft}/check`));
    const form = { prev: hidden(html, 'prev'), revised: hidden(html, 'revised'), step: 'publish' };
    const twice = () => editor(`${draft}/check`, { form });
    const answers = [...(await Promise.all([twice(), twice()])), await twice()];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(toOf)).size).toBe(1);
    expect((await reader(`${path}/history/3`)).status).toBe(404);
  });

  it('shows what another version changed meanwhile, before the button and on it, and loses nothing typed', async () => {
    const { id, jti, path } = await published('Street lamps');
    const draft = await begin(editor, `${path}/revise`);
    await mine(draft, 'My title');
    const seen = await text(editor(`${draft}/check`));
    expect(seen).not.toContain('another version');
    const body = { ...inEnglish, title: en('Lamps for all') };
    await revisePractice(fixture.kernel, system, { id, prev: jti, body });
    const form = { prev: hidden(seen, 'prev'), revised: id, step: 'publish' };
    const answer = await editor(`${draft}/check`, { form });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('Somebody published another version meanwhile');
    expect(html).toContain('My title');
    expect(html).toContain('Lamps');
    // What the other did not change is not shown as changed.
    expect(html.split('<ins>')).toHaveLength(2);
    for (const page of [draft, `${draft}/check`])
      expect(await text(editor(page))).toContain('Somebody published another version meanwhile');
    const again = await editor(`${draft}/check`, { form: { ...form, prev: hidden(html, 'prev') } });
    expect(again.status).toBe(303);
    expect(await text(reader(path))).toContain('My title');
  });

  it('of what was withdrawn meanwhile is refused, and the draft can still be deleted', async () => {
    const { id, path } = await publish('Old ferries');
    const draft = await begin(editor, `${path}/revise`);
    await withdrawPractice(fixture.kernel, system, { id, reason: 'sold' });
    expect((await editor(draft)).status).toBe(409);
    expect((await editor(`${path}/revise`, { form: {} })).status).toBe(409);
    expect(await text(editor('/practices/new'))).toContain(draft);
    expect((await editor(`${draft}/delete`, { form: {} })).status).toBe(303);
  });

  it('needs the permission at every step', async () => {
    const { path } = await publish('Bus passes');
    const writer = await fixture.as(['practices.publish']);
    expect((await writer(`${path}/revise`)).status).toBe(403);
    expect((await writer(`${path}/revise`, { form: {} })).status).toBe(403);
  });
});
