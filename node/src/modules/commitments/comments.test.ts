import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseAccount, personalDataOf } from '../../kernel/personal-data/index.ts';
import { type Ask, anonymous, type Fixture, type TestPerson, testPerson } from '../../testing/index.ts';
import { exampleCommitment } from './examples.ts';
import { commitmentsNode } from './testing.ts';

let fixture: Fixture;
let editor: Ask;
let reader: Ask;
let mari: TestPerson;
let path: string;

beforeAll(async () => {
  fixture = await commitmentsNode();
  editor = await fixture.as(['commitments.*']);
  reader = anonymous(fixture);
  mari = await testPerson(fixture.node, { name: 'Mari Maasikas' });
  const made = (await (await editor('/api/v1/commitments', { json: exampleCommitment })).json()) as {
    sub: string;
  };
  path = new URL(made.sub).pathname;
});
afterAll(() => fixture?.stop());

const text = async (answer: Promise<Response>) => await (await answer).text();
const records = async () =>
  JSON.stringify([
    await fixture.kernel.db.selectFrom('entry').select('body').execute(),
    await fixture.kernel.db.selectFrom('pending').select('body').execute(),
  ]);

it('shows what a person wrote as text, under a pseudonym or a name of their choice, and puts nothing of it into the log', async () => {
  expect((await reader(`${path}/comment`)).status).not.toBe(200);
  expect((await editor(`${path}/comment`)).status).not.toBe(200);
  expect((await mari.post(`${path}/comment`, { text: '' })).status).toBe(422);
  const sent = await mari.post(`${path}/comment`, { text: 'Where is <script>the list?' });
  expect(sent.status).toBe(303);
  await mari.post(`${path}/comment`, { text: 'Again', name: 'A reader <b>' });
  const page = await text(reader(path));
  expect(page).toContain('Where is &lt;script&gt;the list?');
  expect(page).toContain('A reader &lt;b&gt;');
  expect(page).toMatch(/Participant [\w-]{6}/);
  expect(page).not.toContain('Maasikas');
  expect(page).toContain('2 comments');
  expect(await records()).not.toContain('the list?');
});

it('lets staff answer and hide with a reason, and nobody else', async () => {
  const id = /id="comment-([0-9a-f-]{36})"/.exec(await text(reader(path)))?.[1] ?? '';
  const at = `${path}/comments/${id}`;
  expect((await mari.post(`${at}/hide`, { text: 'x' })).status).toBe(403);
  expect((await reader(`${at}/answer`)).status).toBe(401);
  expect((await editor(`${at}/answer`, { form: { text: 'It is <i>here' } })).status).toBe(303);
  expect(await text(reader(path))).toContain('It is &lt;i&gt;here');
  expect((await editor(`${at}/hide`, { form: { text: 'Names a person' } })).status).toBe(303);
  const page = await text(reader(path));
  expect(page).toContain('Names a person');
  expect(page).not.toContain('the list?');
  expect((await editor(`${path}/comments/${path.split('/').at(-1)}/hide`)).status).toBe(404);
});

it('is read by programs, and answered and hidden by those that may, but never written with a token', async () => {
  const at = `/api/v1/commitments/self/${path.split('/').at(-1)}/comments`;
  const read = async () => {
    const { items } = (await (await reader(at)).json()) as {
      items: { id: string; text: string | null; by: object; hidden: object | null; answers: object[] }[];
    };
    return items;
  };
  const [hidden, open] = await read();
  expect(hidden).toMatchObject({ text: null, hidden: { reason: 'Names a person' }, by: { name: null } });
  expect(hidden?.answers).toMatchObject([{ by: null, text: 'It is <i>here' }]);
  expect(open).toMatchObject({ text: 'Again', by: { name: 'A reader <b>' }, answers: [], hidden: null });

  const json = { text: 'By program' };
  expect((await editor(at, { json })).status).toBe(405);
  expect((await reader(`${at}/${open?.id}/answers`, { json })).status).toBe(401);
  const other = await fixture.as(['commitments.publish']);
  expect((await other(`${at}/${open?.id}/answers`, { json })).status).toBe(403);
  expect((await editor(`${at}/${open?.id}/answers`, { json: { text: ' ' } })).status).toBe(422);
  const answered = await editor(`${at}/${open?.id}/answers`, { json });
  expect(answered.status).toBe(201);
  expect((await read())[1]?.answers).toMatchObject([
    { ...((await answered.json()) as object), text: 'By program' },
  ]);
  const show = { json: { reason: null } };
  const shown = await editor(`${at}/${hidden?.id}/hiding`, show);
  expect([shown.status, await shown.json()]).toEqual([200, { id: hidden?.id }]);
  expect((await read())[0]).toMatchObject({ text: 'Where is <script>the list?', hidden: null });
  await editor(`${at}/${hidden?.id}/hiding`, { json: { reason: 'Names a person' } });
  expect((await reader(at.replace(/[0-9a-f]{12}(?=.comments)/, 'f'.repeat(12)))).status).toBe(404);
});

it('bounds how many one person writes, tells them all of it, and erases it with the account', async () => {
  const answers = [];
  for (let i = 0; i < 10; i++)
    answers.push((await mari.post(`${path}/comment`, { text: `More ${i}` })).status);
  expect(answers.filter((status) => status === 303)).toHaveLength(8);
  expect(answers).toContain(429);
  const { tables } = await personalDataOf(fixture.kernel, mari.account);
  expect(tables.commitments_comment?.rows).toHaveLength(10);
  await eraseAccount(fixture.kernel, { type: 'system', reason: 'test' }, mari.account);
  const page = await text(reader(path));
  expect(page).not.toContain('More 3');
  expect(page).not.toContain('A reader');
  expect(page).toContain('Erased at the person’s request');
  expect(page).toContain('It is &lt;i&gt;here');
});
