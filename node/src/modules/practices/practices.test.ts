import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adopt, publishPractice, revisePractice, withdrawPractice } from './commands.ts';
import { examplePractice } from './examples.ts';
import { type Ask, anonymous, type Fixture, PartnerLog, practicesNode } from './testing.ts';

const system = { type: 'system', reason: 'test' } as const;
const en = (text: string) => ({ source: 'en', en: text });

let fixture: Fixture;
let editor: Ask;
let reader: Ask;
let montaluz: PartnerLog;
let haesol: PartnerLog;

beforeAll(async () => {
  fixture = await practicesNode();
  editor = await fixture.as(['practices.*']);
  reader = anonymous(fixture);
  montaluz = await PartnerLog.open(fixture.kernel, 'https://montaluz.example', 'Montaluz');
  haesol = await PartnerLog.open(fixture.kernel, 'https://haesol.example', 'Haesol');
});
afterAll(() => fixture?.stop());

const text = async (answer: Promise<Response>) => await (await answer).text();
const publish = async (title: string, changes: object = {}) => {
  const act = await publishPractice(fixture.kernel, system, {
    body: { ...examplePractice, title: en(title), ...changes },
  });
  return { ...act, path: new URL(act.sub).pathname, id: act.sub.split('/').at(-1) ?? '' };
};

describe('a practice', () => {
  it('is found under every title that it had', async () => {
    const { id, jti, path } = await publish('Night ferries');
    await revisePractice(fixture.kernel, system, {
      id,
      prev: jti,
      body: { ...examplePractice, title: en('Ferries at night') },
    });
    for (const slug of ['night-ferries', 'ferries-at-night']) {
      const answer = await reader(`/practices/${slug}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([301, path]);
    }
    expect((await reader('/practices/no-such-ferries')).status).toBe(404);
  });

  it('tells its history from the log, with what changed', async () => {
    const { id, jti, path } = await publish('School meals', { note: undefined });
    const next = { ...examplePractice, title: en('Warm school meals'), note: en('Warm now.') };
    await revisePractice(fixture.kernel, system, { id, prev: jti, body: next });
    const history = await text(reader(`${path}/history`));
    expect(history).toContain('Warm now.');
    expect(history).toContain(`${path}/history/2/changes`);
    expect(await text(reader(`${path}/history/1`))).toContain('This is how it read from');
    const changes = await text(reader(`${path}/history/2/changes`));
    expect(changes.replace(/<span[^>]*>[^<]*<\/span>/g, '')).toMatch(
      /<ins>Warm<\/ins>|<ins>Warm school<\/ins>/,
    );
    expect((await reader(`${path}/history/3`)).status).toBe(404);
    expect((await reader(`${path}/history/1/changes`)).status).toBe(404);
  });

  it('says that it was withdrawn and why, keeps its page, and leaves the list', async () => {
    const { id, path } = await publish('Dog tax by app');
    const wrong = await editor(`${path}/withdraw`, { form: { reason: 'Wrong figures', confirm: 'Cat tax' } });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Wrong figures');
    const done = await editor(`${path}/withdraw`, {
      form: { reason: 'Wrong figures', confirm: ' dog  TAX by app ' },
    });
    expect(done.status).toBe(303);
    expect(await text(reader(done.headers.get('location') ?? ''))).toContain('It is withdrawn');
    const page = await text(reader(path));
    expect(page).toContain('Wrong figures');
    expect(await text(reader('/practices?q=dog+tax'))).toContain('No practices match');
    expect((await editor(`${path}/revise`)).status).toBe(409);
    await expect(withdrawPractice(fixture.kernel, system, { id, reason: 'again' })).rejects.toMatchObject({
      code: 'subject-withdrawn',
    });
  });

  it('leaves nothing of itself when it is erased', async () => {
    const { jti, path } = await publish('Named by mistake');
    await fixture.kernel.database.transaction((tx) =>
      fixture.kernel.records.erase(tx, system, [jti], 'mistake', 'A name was in it'),
    );
    const page = await reader(path);
    expect(page.status).toBe(410);
    const html = await page.text();
    expect(html).toContain('was erased by its author');
    expect(html).not.toContain('Named by mistake');
    expect(await (await reader(`${path}.json`)).json()).toMatchObject({ state: 'erased', body: null });
    expect((await reader('/practices/named-by-mistake')).status).toBe(404);
    expect((await reader(`${path}/history`)).status).toBe(404);
  });

  it('is there for programs at the same address', async () => {
    const { path, jti } = await publish('Open budgets');
    for (const answer of [
      await reader(`${path}.json`),
      await reader(path, { headers: { accept: 'application/json' } }),
    ]) {
      expect(await answer.json()).toMatchObject({
        jti,
        state: 'live',
        origin: { name: 'Kaldavere' },
        body: { title: { en: 'Open budgets' } },
      });
    }
  });
});

describe('a partner’s record', () => {
  it('stands in the same list, with its origin, and points to it', async () => {
    const { path, sub } = await montaluz.practice({
      ...examplePractice,
      title: en('Mountain rescue by drone'),
    });
    expect(await text(reader('/practices?q=mountain+rescue'))).toContain(path);
    expect(await text(reader('/practices?q=mountain+rescue&origin=self'))).not.toContain(path);
    const html = await text(reader(path));
    expect(html).toContain(`<link rel="canonical" href="${sub}"`);
    expect(html).toContain('name="robots" content="noindex"');
    expect((await reader(`/practices/~haesol.example/${sub.split('/').at(-1)}`)).status).toBe(404);
  });

  it.each([
    ['bad-body', { ...examplePractice, title: en('No topics'), topics: [] }],
    ['bad-body', { ...examplePractice, title: { source: 'en' } }],
    ['bad-body', { ...examplePractice, title: en('Right-to-left \u202etrick') }],
    ['bad-body', { ...examplePractice, links: [{ label: en('x'), url: 'javascript:alert(1)' }] }],
    ['bad-body', 'nothing'],
  ])('that breaks its rules is flagged %s and not shown', async (flag, body) => {
    const said = await montaluz.practice(body);
    expect(said.flag).toBe(flag);
    expect((await reader(said.path)).status).toBe(404);
  });

  it('under an address that is no practice’s is flagged', async () => {
    const said = await montaluz.say(
      'practices/practice@1',
      `${montaluz.node}/practices/x`,
      examplePractice,
      null,
    );
    expect(said.flag).toBe('bad-subject');
  });

  it('cannot adopt its own practice with nothing taken back, nor point two ways at once', async () => {
    const practice = await montaluz.practice({ ...examplePractice, title: en('Snow routes') });
    const alone = await montaluz.adopt(practice, { gist: en('we do it'), since: '2026' });
    expect(alone.flag).toBe('own-practice');
    const elsewhere = await haesol.adopt(
      { ...practice, node: 'https://elsewhere.example' },
      { gist: en('x'), since: '2026' },
    );
    expect(elsewhere.flag).toBe('bad-reference');
    expect(await text(reader(practice.path))).toContain('Nobody has said so yet.');
  });

  it('with words that we do not know yet is shown with these words', async () => {
    const said = await montaluz.practice({
      ...examplePractice,
      title: en('Moon base'),
      topics: ['space'],
      future: 1,
    });
    expect(said.flag).toBeNull();
    expect(await text(reader(said.path))).toContain('Space');
    expect(await text(reader('/practices?topic=space'))).toContain('Moon base');
  });
});

describe('adopting', () => {
  const adoption = {
    status: 'trial',
    since: '2026-11',
    'gist.en': 'trial in 3 counties',
    'adapted.en': 'Works offline',
    source: 'en',
  };

  it('is drawn as a chain from all logs, with what came back', async () => {
    const practice = await montaluz.practice({ ...examplePractice, title: en('One visit') });
    const first = await haesol.adopt(practice, { gist: en('added foster families'), since: '2025-05' });
    const from = { sub: first.sub, jti: first.jti, origin: { node: haesol.node, name: 'Haesol' } };
    await montaluz.adopt(practice, { gist: en('one step came home'), since: '2026-09', from });
    const chosen = await editor(`${practice.path}/adopt`, {
      form: { ...adoption, from: first.sub, step: 'check' },
    });
    expect(await chosen.text()).toContain('Haesol: added foster families');
    const done = await editor(`${practice.path}/adopt`, {
      form: { ...adoption, from: first.sub, step: 'publish' },
    });
    expect(done.status).toBe(303);
    const html = await text(reader(practice.path));
    expect(html).toContain(
      'Montaluz began it. It was adopted by Haesol and Kaldavere. A change by others was taken over by Montaluz.',
    );
    expect(html.match(/data-kind="back"/g)).toHaveLength(2);
    const json = (await (await reader(`${practice.path}.json`)).json()) as { adoptions: object[] };
    expect(json.adoptions).toHaveLength(3);
    expect((await editor(`${practice.path}/adopt`)).headers.get('location')).toMatch(
      /\/practices\/adoptions\/.*\/revise$/,
    );
  });

  it('of our own practice is only what came back', async () => {
    const ours = await publish('Harbour quiet hours');
    await expect(
      adopt(fixture.kernel, system, {
        practice: ours.sub,
        body: { status: 'adopted', since: '2026', gist: en('x'), adapted: en('x') },
      }),
    ).rejects.toMatchObject({ code: 'own-practice' });
    expect((await editor(`${ours.path}/adopt`)).status).toBe(422);
    const theirs = await haesol.adopt(
      { ...ours, node: fixture.kernel.identity.origin },
      { gist: en('by night too'), since: '2026-02' },
    );
    expect(await text(reader(ours.path))).toContain('by night too');
    const back = { ...adoption, 'gist.en': 'nights included', from: theirs.sub, step: 'publish' };
    expect((await editor(`${ours.path}/adopt`, { form: back })).status).toBe(303);
    expect(await text(reader(ours.path))).toContain('nights included');
    const again = await editor(`${ours.path}/adopt`, { form: back });
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('already')]);
  });

  it('is not possible from a log that is not confirmed', async () => {
    const doubted = await PartnerLog.open(fixture.kernel, 'https://doubted.example', 'Doubted');
    const practice = await doubted.practice({ ...examplePractice, title: en('Perfect figures') });
    await fixture.kernel.db
      .updateTable('partner')
      .set({ state: 'frozen', frozen_code: 'two-histories' })
      .where('log', '=', doubted.log)
      .execute();
    const body = { status: 'adopted', since: '2026', gist: en('x'), adapted: en('x') } as const;
    await expect(adopt(fixture.kernel, system, { practice: practice.sub, body })).rejects.toMatchObject({
      code: 'not-confirmed',
    });
  });

  it('goes on being readable when it is revised and withdrawn', async () => {
    const practice = await haesol.practice({ ...examplePractice, title: en('Bus lanes') });
    const done = await editor(`${practice.path}/adopt`, { form: { ...adoption, step: 'publish' } });
    const path = (done.headers.get('location') ?? '').replace(/\/receipt\/.*/, '');
    const form = await text(editor(`${path}/revise`));
    const prev = /name="prev" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const revised = {
      ...adoption,
      'outcome.en': 'Nine minutes saved',
      'note.en': 'First year.',
      from: '',
      prev,
      step: 'publish',
    };
    expect((await editor(`${path}/revise`, { form: revised })).status).toBe(303);
    expect(await text(reader(path))).toContain('Nine minutes saved');
    expect(await text(reader(`${path}/history/2/changes`))).toContain('<ins>');
    expect((await editor(`${path}/withdraw`, { form: { reason: 'Stopped', confirm: 'It' } })).status).toBe(
      422,
    );
    expect(
      (await editor(`${path}/withdraw`, { form: { reason: 'Stopped', confirm: 'Bus lanes' } })).status,
    ).toBe(303);
    expect(await text(reader(practice.path))).toContain('Nobody has said so yet.');
    expect(await text(reader(path))).toContain('Stopped');
  });
});
