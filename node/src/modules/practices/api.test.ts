import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplePractice } from './examples.ts';
import { type Ask, anonymous, type Fixture, PartnerLog, practicesNode } from './testing.ts';

let fixture: Fixture;
let editor: Ask;
let reader: Ask;
let partner: PartnerLog;

beforeAll(async () => {
  fixture = await practicesNode();
  editor = await fixture.as(['practices.*']);
  reader = anonymous(fixture);
  partner = await PartnerLog.open(fixture.kernel, 'https://montaluz.example', 'Montaluz');
});
afterAll(() => fixture?.stop());

const api = '/api/v1';
interface Answer {
  jti: string;
  sub: string;
  status: string;
  code: string;
  items: Array<Record<string, unknown>>;
}
const json = async (answer: Response) => (await answer.json()) as Answer;
const en = (text: string) => ({ source: 'en', en: text });
const named = (title: string) => ({ ...examplePractice, title: en(title) });

describe('the API', () => {
  it('publishes, reads, revises with If-Match, and withdraws', async () => {
    const made = await editor(`${api}/practices?wait=logged`, { json: named('By API') });
    expect(made.status).toBe(201);
    const act = await json(made);
    expect(act.status).toBe('logged');
    const id = act.sub.split('/').at(-1);
    const at = `${api}/practices/self/${id}`;
    const read = await reader(at);
    expect(read.headers.get('etag')).toBe(`"${act.jti}"`);
    expect(await read.json()).toMatchObject({
      version: 1,
      state: 'live',
      verification: { state: 'logged', index: expect.any(Number) },
    });

    const put = (ifMatch?: string) =>
      editor(at, {
        method: 'PUT',
        json: named('By API, again'),
        headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
      });
    expect((await put()).status).toBe(428);
    expect((await put(`"${act.jti}"`)).status).toBe(201);
    const stale = await put(`"${act.jti}"`);
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({
      code: 'stale-version',
      yours: act.jti,
      current: expect.any(String),
    });

    expect((await editor(`${at}/withdrawal`, { json: { reason: 'Done' } })).status).toBe(201);
    expect(await (await reader(at)).json()).toMatchObject({ state: 'withdrawn', reason: 'Done' });
    expect((await editor(`${at}/withdrawal`, { json: { reason: 'Done' } })).status).toBe(409);
  });

  it('lists with filters, and adoptions of any practice', async () => {
    const practice = await partner.practice(named('Rural clinics'));
    const body = {
      practice: practice.sub,
      adoption: { status: 'adopted', since: '2026-05', gist: en('by bus'), adapted: en('By bus.') },
    };
    expect((await editor(`${api}/practice-adoptions`, { json: body })).status).toBe(201);
    const again = await editor(`${api}/practice-adoptions`, { json: body });
    expect(await again.json()).toMatchObject({
      status: 409,
      code: 'already-adopted',
      adoption: expect.stringMatching(/^\/practices\/adoptions\//),
    });
    const list = await json(await reader(`${api}/practices?q=clinics&origin=montaluz.example`));
    expect(list.items).toMatchObject([{ sub: practice.sub, adoptions: 1, origin: { name: 'Montaluz' } }]);
    const id = practice.sub.split('/').at(-1);
    const adoptions = await json(await reader(`${api}/practices/~montaluz.example/${id}/adoptions`));
    expect(adoptions.items).toMatchObject([
      { practice: practice.sub, origin: { name: 'Kaldavere' }, body: { status: 'adopted' } },
    ]);
    const adoption = String(adoptions.items[0]?.sub).split('/').at(-1);
    const at = `${api}/practice-adoptions/self/${adoption}`;
    const etag = (await reader(at)).headers.get('etag') ?? '';
    const revised = await editor(at, {
      method: 'PUT',
      json: { adoption: { ...body.adoption, status: 'stopped' } },
      headers: { 'if-match': etag },
    });
    expect(revised.status).toBe(201);
    expect(await (await reader(at)).json()).toMatchObject({ version: 2, body: { status: 'stopped' } });
  });

  it('refuses what does not fit, and says where', async () => {
    const bad = await editor(`${api}/practices`, {
      json: { ...named('Bad'), topics: ['nonsense'], stage: undefined },
    });
    expect(bad.status).toBe(422);
    const { errors } = (await bad.json()) as { errors: Array<{ pointer: string }> };
    expect(errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/topics/0', '/stage']));
    expect((await reader(`${api}/practices`, { json: named('Anonymous') })).status).toBe(401);
    expect((await reader(`${api}/practices/self/not-an-id`)).status).toBe(422);
    expect((await reader(`${api}/practices/self/019aa3f0-0000-7000-8000-0000000000ff`)).status).toBe(404);
  });

  it('imports what another node exported only by its own hand', async () => {
    await editor(`${api}/practices`, { json: named('Exported') });
    const file = await (await reader('/practices.json')).json();
    const trial = await editor(`${api}/practices/import?dryRun=true`, { json: file });
    const lines = (
      (await trial.json()) as { lines: Array<{ title: string; action: string; reason?: string }> }
    ).lines;
    expect(lines).toContainEqual(expect.objectContaining({ title: 'Exported', action: 'same' }));
    expect(lines).toContainEqual(
      expect.objectContaining({ title: 'Rural clinics', action: 'refused', reason: 'foreign' }),
    );
    const done = await editor(`${api}/practices/import`, { json: { items: [{ body: named('Imported') }] } });
    expect(await done.json()).toMatchObject({
      dryRun: false,
      lines: [{ action: 'publish' }],
      acts: [{ status: 'pending' }],
    });
    expect((await json(await reader(`${api}/practices?q=imported`))).items).toHaveLength(1);
  });

  it('is described, with every address, in its OpenAPI document', async () => {
    const text = await (await reader(`${api}/openapi.json`)).text();
    const document = JSON.parse(text) as {
      paths: Record<string, object>;
      components: { schemas: Record<string, object> };
    };
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(named).toContain('PracticeSummary');
    expect(text).not.toContain('#/$defs/');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/practices',
        '/practices/import',
        '/practices/{origin}/{id}',
        '/practice-adoptions/{origin}/{id}',
      ]),
    );
  });
});

describe('importing by form', () => {
  const upload = (ask: Ask, file: string, step: string) => ask('/practices/import', { form: { file, step } });

  it('shows what would happen, publishes nothing before the button, and reports what happened', async () => {
    const file = JSON.stringify({ items: [{ body: named('From a file') }, { body: { title: en('Half') } }] });
    const trial = await (await upload(editor, file, 'trial')).text();
    expect(trial).toContain('Will be published.');
    expect(trial).toContain('1 new and 1 refused');
    expect((await json(await reader(`${api}/practices?q=file`))).items).toHaveLength(0);
    expect(await (await upload(editor, file, 'publish')).text()).toContain('Published.');
    expect((await json(await reader(`${api}/practices?q=file`))).items).toHaveLength(1);
  });

  it('says so where the file is none', async () => {
    const answer = await upload(editor, 'not json', 'trial');
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('not a file of practices'),
    ]);
  });
});
