import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, anonymous, type Fixture } from '../../testing/index.ts';
import { exampleCall, exampleDecision, exampleExpert, exampleProject } from './examples.ts';
import type { LedgerFile } from './exchange/ledger-file.ts';
import { Partner, projectsNode, referenceTo } from './testing.ts';

let fixture: Fixture;
let staff: Ask;
let north: Partner;
let south: Partner;
let origin: string;

beforeAll(async () => {
  fixture = await projectsNode();
  staff = await fixture.as(['projects.*']);
  origin = fixture.kernel.identity.origin;
  north = await Partner.open(fixture.kernel, 'https://north.example', 'North');
  south = await Partner.open(fixture.kernel, 'https://south.example', 'South');
});
afterAll(() => fixture?.stop());

const en = (text: string) => ({ source: 'en', en: text });

async function act(path: string, json: unknown, as = staff) {
  const response = await as(`/api/v1${path}`, { json });
  const body = (await response.json()) as { jti: string; sub: string; code?: string; detail?: string };
  return { ...body, status: response.status };
}

/** A project of ours with both partners as members. */
async function ownProject() {
  const made = await act('/projects', exampleProject([north.node, south.node], origin));
  const reference = referenceTo({ sub: made.sub, jti: made.jti });
  for (const partner of [north, south]) await partner.tell('membership', { project: reference });
  return { ...made, reference, path: new URL(made.sub).pathname.replace('/projects/', '/projects/self/') };
}

const read = async (path: string) => (await anonymous(fixture)(`/api/v1${path}`)).json();
const ledger = async (path: string) => (await read(`${path}/ledger`)) as LedgerFile;

/** Numbers of a partner's entries in a project. */
const numbers = new Map<string, number>();
function tellEntry(
  partner: Partner,
  reference: ReturnType<typeof referenceTo>,
  body: Record<string, unknown>,
) {
  const key = partner.node + reference.sub;
  const number = (numbers.get(key) ?? 0) + 1;
  numbers.set(key, number);
  return partner.tell('entry', { project: reference, number, amount: '10', unit: 'EUR', ...body });
}

describe('taking part', () => {
  test('needs the word of both sides', async () => {
    const { jti, sub } = await act('/projects', exampleProject([north.node], origin));
    const path = `/projects/self/${sub.split('/').at(-1)}`;
    const state = async (node: string) =>
      ((await read(path)) as { members: { node: string; state: string }[] }).members.find(
        (member) => member.node === node,
      )?.state;
    expect(await state(north.node)).toBe('invited');
    await north.tell('membership', { project: referenceTo({ sub, jti }) });
    await south.tell('membership', { project: referenceTo({ sub, jti }) });
    expect([await state(origin), await state(north.node), await state(south.node)]).toEqual([
      'lead',
      'member',
      'uninvited',
    ]);
  });

  test('joins a project of another that invites this node, once', async () => {
    const theirs = await north.tell('project', exampleProject([origin], north.node));
    const uninviting = await north.tell('project', exampleProject([south.node], north.node));
    const say = (project: string) => act('/project-memberships', { project, membership: {} });
    expect(await say(uninviting.sub)).toMatchObject({ status: 422, code: 'not-invited' });
    expect(await say(theirs.sub)).toMatchObject({ status: 201 });
    expect(await say(theirs.sub)).toMatchObject({ status: 409, code: 'already-member' });
    expect(await say(`${north.node}/projects/${uuidv7()}`)).toMatchObject({ status: 404 });
  });

  test('refuses a membership of one’s own project, and a reference that contradicts itself', async () => {
    const theirs = await north.tell('project', exampleProject([south.node], north.node));
    expect(await north.tell('membership', { project: referenceTo(theirs) })).toMatchObject({
      flag: 'own-project',
    });
    const project = { ...referenceTo(theirs), origin: { node: origin, name: 'Another' } };
    expect(await south.tell('membership', { project })).toMatchObject({ flag: 'bad-reference' });
  });
});

describe('the ledger', () => {
  test('is kept by several nodes, each for itself', async () => {
    const { sub, reference, path } = await ownProject();
    const pledge = await tellEntry(north, reference, { type: 'pledge', amount: '500' });
    const paid = await tellEntry(north, reference, { type: 'contribution', amount: '200', of: pledge.sub });
    const write = (entry: object) => act('/project-entries', { project: sub, entry });
    const received = await write({ type: 'acknowledgement', amount: '200', unit: 'EUR', of: paid.sub });
    expect(received.status).toBe(201);
    expect(await write({ type: 'spending', amount: '200.01', unit: 'EUR' })).toMatchObject({
      status: 422,
      code: 'entry-over-available',
      detail: 'It is more than the project has.',
    });
    expect(await write({ type: 'spending', amount: '80', unit: 'EUR', workPackage: 'wp9' })).toMatchObject({
      code: 'unknown-key',
    });
    expect(await write({ type: 'spending', amount: '80', unit: 'EUR', workPackage: 'wp1' })).toMatchObject({
      status: 201,
    });
    const { balances, balanced, entries } = await ledger(path);
    expect(balanced).toBe(true);
    expect(balances).toMatchObject([
      {
        pledged: '500',
        outstanding: '300',
        contributed: '200',
        inTransit: '0',
        available: '120',
        spent: '80',
      },
    ]);
    expect(entries.map(({ body }) => body.number)).toEqual([1, 2, 1, 2]);
  });

  test('refuses what would not count, and writes nothing', async () => {
    const { sub, reference, path } = await ownProject();
    const foreign = await tellEntry(north, reference, { type: 'pledge' });
    const write = (entry: object) => act('/project-entries', { project: sub, entry });
    const money = { amount: '1', unit: 'EUR' };
    expect(await write({ type: 'contribution', ...money, of: foreign.sub })).toMatchObject({
      code: 'entry-not-own',
    });
    expect(await write({ type: 'acknowledgement', ...money, of: foreign.sub })).toMatchObject({
      code: 'entry-wrong-entry',
    });
    expect(await write({ type: 'reversal', of: foreign.sub })).toMatchObject({ code: 'entry-not-own' });
    for (const wrong of ['0', '-1', '1.00001', '1e9', 'NaN', '1,5'])
      expect(await write({ type: 'pledge', amount: wrong, unit: 'EUR' })).toMatchObject({ status: 422 });
    expect(await write({ type: 'pledge', amount: '1,5', unit: 'pieces' })).toMatchObject({ status: 422 });
    expect(await write({ type: 'pledge', amount: '1', unit: 'XXQ' })).toMatchObject({ status: 422 });
    expect(await write({ type: 'pledge', amount: '1.5', unit: 'pieces' })).toMatchObject({ status: 422 });
    expect((await ledger(path)).entries).toHaveLength(1);
  });

  test('lets no stranger write, nor staff without the permission', async () => {
    const { sub } = await ownProject();
    const reader = await fixture.as(['projects.publish']);
    const entry = { type: 'pledge', amount: '1', unit: 'EUR' };
    expect((await act('/project-entries', { project: sub, entry }, reader)).status).toBe(403);
    const theirs = await north.tell('project', exampleProject([origin], north.node));
    expect(await act('/project-entries', { project: theirs.sub, entry })).toMatchObject({
      code: 'not-project-member',
    });
  });

  test('keeps an entry as it was signed: no revision, and no withdrawal takes it out', async () => {
    const { reference, path } = await ownProject();
    const pledge = await tellEntry(north, reference, { type: 'pledge' });
    const body = { project: reference, number: 1, type: 'pledge', amount: '1', unit: 'EUR' };
    const id = pledge.sub.split('/').at(-1) ?? '';
    expect(await north.tell('entry', body, { id, prev: pledge.jti })).toMatchObject({
      flag: 'never-revised',
    });
    const { jti: latest } = (await fixture.kernel.db
      .selectFrom('subject')
      .select('latest as jti')
      .where('sub', '=', pledge.sub)
      .executeTakeFirstOrThrow()) as { jti: string };
    await north.say('kernel/withdraw@1', pledge.sub, { reason: 'We would rather not' }, latest);
    expect((await ledger(path)).balances[0]).toMatchObject({ pledged: '10' });
  });

  test('a record with the id of another’s takes nothing from it', async () => {
    const { reference, path } = await ownProject();
    await tellEntry(north, reference, { type: 'pledge', amount: '7' });
    await tellEntry(south, reference, {
      type: 'pledge',
      amount: '9',
      of: `${north.node}/projects/entries/1`,
    });
    expect((await ledger(path)).balances[0]).toMatchObject({ pledged: '16' });
  });

  test('numbers two entries that are written at once one after the other', async () => {
    const { sub, path } = await ownProject();
    const entry = { type: 'contribution', amount: '1', unit: 'hours' };
    const acts = await Promise.all(
      Array.from({ length: 4 }, () => act('/project-entries', { project: sub, entry })),
    );
    expect(acts.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { entries, balances } = await ledger(path);
    expect(entries.map(({ body, state }) => [body.number, state])).toEqual(
      [1, 2, 3, 4].map((number) => [number, 'counts']),
    );
    expect(balances[0]).toMatchObject({ available: '4' });
  });

  test('cannot be unbalanced by any sequence of calls, of this node and of others', async () => {
    const TYPES = ['pledge', 'contribution', 'acknowledgement', 'spending', 'reversal'] as const;
    const step = fc.record({
      by: fc.constantFrom('us', 'us', 'north', 'south'),
      type: fc.constantFrom(...TYPES),
      amount: fc.constantFrom('1', '10', '0.5', '999999999999.9999'),
      unit: fc.constantFrom('EUR', 'EUR', 'hours'),
      of: fc.nat(11),
      named: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const { sub, reference, path } = await ownProject();
        const subs: string[] = [];
        for (const { by, type, amount, unit, of, named } of steps) {
          const target = subs[of % Math.max(1, subs.length)];
          const needs = type === 'acknowledgement' || type === 'reversal';
          const drawn = target !== undefined &&
            (needs || (named && type === 'contribution')) && { of: target };
          if (needs && !drawn) continue;
          const entry = { type, ...(type === 'reversal' && by === 'us' ? {} : { amount, unit }), ...drawn };
          if (by !== 'us') {
            subs.push((await tellEntry(by === 'north' ? north : south, reference, entry)).sub);
            continue;
          }
          const { status, sub: made } = await act('/project-entries', { project: sub, entry });
          expect([201, 422]).toContain(status);
          if (status === 201) subs.push(made);
        }
        const { balanced, balances, entries } = await ledger(path);
        expect(balanced).toBe(true);
        for (const { node, state } of entries) if (node === origin) expect(state).toBe('counts');
        for (const { available, outstanding } of balances)
          expect(`${available} ${outstanding}`).not.toContain('-');
      }),
      { numRuns: 12 },
    );
  });
});

describe('decisions, outputs and milestones', () => {
  test('a decision is taken when the members’ own records say so', async () => {
    const { sub, reference, path } = await ownProject();
    const put = await act('/project-decisions', { project: sub, decision: exampleDecision });
    const state = async () =>
      ((await read(path)) as { decisions: { tally: { state: string; option: string } }[] }).decisions[0]
        ?.tally;
    await act('/project-votes', { decision: put.sub, vote: { option: 'cc0' } });
    await act('/project-votes', { decision: put.sub, vote: { option: 'cc-by' } });
    const sign = (partner: Partner, option: string, jti = put.jti) =>
      partner.tell('vote', { project: reference, decision: { sub: put.sub, jti }, option });
    await sign(north, 'cc-by');
    await sign(south, 'cc-by', uuidv7());
    expect(await state()).toMatchObject({ state: 'open' });
    await sign(south, 'cc-by');
    expect(await state()).toMatchObject({ state: 'taken', option: 'cc-by' });
    expect(await act('/project-votes', { decision: put.sub, vote: { option: 'gpl' } })).toMatchObject({
      code: 'unknown-key',
    });
  });

  test('what a stranger says of a project is not shown with it', async () => {
    const { sub, jti } = await act('/projects', exampleProject([north.node], origin));
    const project = referenceTo({ sub, jti });
    await south.tell('output', {
      project,
      kind: 'software',
      title: en('Ours'),
      url: 'https://south.example/x',
    });
    await south.tell('update', { project, milestone: 'm1', text: en('Done') });
    const shown = (await read(`/projects/self/${sub.split('/').at(-1)}`)) as {
      outputs: unknown[];
      milestones: { key: string; state: string }[];
    };
    expect(shown.outputs).toEqual([]);
    expect(shown.milestones[0]).toMatchObject({ key: 'm1', state: 'overdue' });
  });

  test('a milestone is said to be done by who leads it, and by nobody else', async () => {
    const theirs = await north.tell('project', exampleProject([origin], north.node));
    await act('/project-memberships', { project: theirs.sub, membership: {} });
    const say = (milestone: string) =>
      act('/project-updates', { project: theirs.sub, update: { milestone, text: en('Done') } });
    expect(await say('m1')).toMatchObject({ code: 'not-milestone-lead' });
    expect(await say('m2')).toMatchObject({ status: 201 });
    expect(await say('m3')).toMatchObject({ code: 'unknown-key' });
  });
});

describe('calls and experts', () => {
  test('a call is answered by others until its deadline, once', async () => {
    const call = await north.tell('call', exampleCall);
    const late = await north.tell('call', { ...exampleCall, deadline: '2020' });
    const answer = (of: string) => act('/project-answers', { call: of, answer: { text: en('We would.') } });
    expect(await answer(late.sub)).toMatchObject({ code: 'call-closed' });
    expect(await answer(call.sub)).toMatchObject({ status: 201 });
    expect(await answer(call.sub)).toMatchObject({ status: 409, code: 'already-answered' });
    const own = await act('/project-calls', exampleCall);
    expect(await answer(own.sub)).toMatchObject({ code: 'own-call' });
    const theirs = (await read(`/project-calls/~${north.host}/${call.sub.split('/').at(-1)}`)) as {
      open: boolean;
      answers: unknown[];
    };
    expect([theirs.open, theirs.answers.length]).toEqual([true, 1]);
  });

  test('offers of others that fit what is looked for come with the reason', async () => {
    await act('/expert-requests', { ...exampleExpert, languages: ['en'] });
    await north.tell('offer', { ...exampleExpert, title: en('Linguist') });
    await north.tell('offer', { ...exampleExpert, languages: ['fi'] });
    await act('/expert-offers', exampleExpert);
    const { items } = (await read('/expert-matches')) as {
      items: { matches: { offer: { origin: { name: string } }; topics: string[]; languages: string[] }[] }[];
    };
    expect(items[0]?.matches).toMatchObject([
      { offer: { origin: { name: 'North' } }, topics: ['science'], languages: ['en'] },
    ]);
  });

  test('a list is narrowed by topic, language, origin and words', async () => {
    const count = async (query: string) =>
      ((await read(`/expert-offers?${query}`)) as { items: unknown[] }).items.length;
    expect(await count('language=fi')).toBe(1);
    expect(await count('origin=self')).toBe(1);
    expect(await count('topic=health')).toBe(0);
    expect(await count('q=linguist&origin=north.example')).toBe(2);
  });
});
