import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  notes,
  type TestClock,
  type TestNode,
  testClock,
  testNode,
  testPerson,
} from '../../testing/index.ts';
import type { Tx } from '../database/tables.ts';
import { type Actor, createToken } from '../identity/index.ts';
import { enforceRetention, eraseAccount, personalDataOf } from '../personal-data/index.ts';
import {
  beginDraft,
  changeDraft,
  countDrafts,
  DRAFT_DAYS,
  endDraft,
  listDrafts,
  MOST_DRAFT_BYTES,
  MOST_DRAFTS,
  readDraft,
} from './index.ts';

const DAY = 24 * 3_600_000;
const form = 'notes/note';
const typed = { 'title.en': ['A title'] };

let node: TestNode;
let clock: TestClock;
beforeAll(async () => {
  clock = testClock();
  node = await testNode({ modules: [notes], clock });
});
afterAll(() => node.stop());

const inTx = <T>(work: (tx: Tx) => Promise<T>) => node.kernel.database.transaction(work);
const staff = (): Actor => ({ type: 'staff', id: uuidv7(), name: 'Liis', permissions: ['notes.write'] });
const person = async (name: string) => {
  const { account } = await testPerson(node, { name });
  const actor: Actor = {
    type: 'person',
    account,
    issuer: node.kernel.identity.origin,
    name,
    assurance: { level: 'high', notified: true },
    permissions: [],
  };
  return { account, actor };
};
const begin = (actor: Actor, id = uuidv7(), what = typed) =>
  inTx((tx) => beginDraft(tx, node.kernel, actor, { id, form, subject: null, typed: what })).then(() => id);
const refused = (code: string) => expect.objectContaining({ code });

describe('a draft', () => {
  test('keeps what was typed, letter for letter, and the latest change comes first', async () => {
    const actor = staff();
    const id = await begin(actor);
    clock.advance(1000);
    const later = await begin(actor);
    clock.advance(1000);
    const odd = { 'title.en': [' two\n\nlines \u0000 '], topics: ['a', 'b'] };
    await inTx((tx) => changeDraft(tx, node.kernel, actor, { form, id }, () => odd));
    expect((await readDraft(node.kernel.db, actor, { form, id })).typed).toEqual({
      'title.en': [' two\n\nlines \u0000 '],
      topics: ['a', 'b'],
    });
    expect((await listDrafts(node.kernel.db, actor, form)).map((draft) => draft.id)).toEqual([id, later]);
    expect(await countDrafts(node.kernel.db, actor, form)).toBe(2);
  });

  test('is its owner’s alone: others, and other forms, find nothing to read, change or end', async () => {
    const [owner, other] = [staff(), staff()];
    const id = await begin(owner);
    const tries: [Actor, string][] = [
      [other, form],
      [owner, 'notes/other'],
      [{ type: 'anonymous' }, form],
      [{ type: 'system', reason: 'test' }, form],
      [{ type: 'partner', node: 'https://montaluz.example' }, form],
    ];
    for (const [actor, of] of tries) {
      const which = { form: of, id };
      await expect(readDraft(node.kernel.db, actor, which)).rejects.toEqual(refused('no-such-draft'));
      await expect(inTx((tx) => changeDraft(tx, node.kernel, actor, which, () => ({})))).rejects.toEqual(
        refused('no-such-draft'),
      );
      await expect(inTx((tx) => endDraft(tx, actor, which))).rejects.toEqual(refused('no-such-draft'));
      expect(await listDrafts(node.kernel.db, actor, of)).toEqual([]);
    }
    await expect(begin(other, id)).rejects.toEqual(refused('no-such-draft'));
    await expect(begin({ type: 'anonymous' })).rejects.toEqual(refused('not-permitted'));
    expect((await readDraft(node.kernel.db, owner, { form, id })).typed).toEqual(typed);
  });

  test('that is begun twice is one, as it was left', async () => {
    const actor = staff();
    const id = await begin(actor);
    await inTx((tx) => changeDraft(tx, node.kernel, actor, { form, id }, () => ({ a: ['b'] })));
    await begin(actor, id);
    expect((await listDrafts(node.kernel.db, actor, form)).map((draft) => draft.typed)).toEqual([
      { a: ['b'] },
    ]);
  });

  test('loses nothing where two of its pages are saved at once', async () => {
    const actor = staff();
    const id = await begin(actor);
    const pages = Array.from({ length: 8 }, (_, i) => `page.${i}`);
    await Promise.all(
      pages.map((name) =>
        inTx((tx) =>
          changeDraft(tx, node.kernel, actor, { form, id }, (before) => ({ ...before, [name]: ['x'] })),
        ),
      ),
    );
    expect(Object.keys((await readDraft(node.kernel.db, actor, { form, id })).typed)).toEqual(
      expect.arrayContaining(pages),
    );
  });

  test('can be ended once', async () => {
    const actor = staff();
    const id = await begin(actor);
    const ends = await Promise.allSettled([1, 2].map(() => inTx((tx) => endDraft(tx, actor, { form, id }))));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('has a largest size, counted in bytes, and stays as it was where that is passed', async () => {
    const actor = staff();
    const id = await begin(actor);
    const grow = (text: string) =>
      inTx((tx) => changeDraft(tx, node.kernel, actor, { form, id }, () => ({ a: [text] })));
    const room = MOST_DRAFT_BYTES - JSON.stringify({ a: [''] }).length;
    await grow('x'.repeat(room));
    await expect(grow('x'.repeat(room + 1))).rejects.toEqual(refused('draft-too-large'));
    await expect(grow('한'.repeat(room / 2))).rejects.toEqual(refused('draft-too-large'));
    expect((await readDraft(node.kernel.db, actor, { form, id })).typed.a?.[0]).toHaveLength(room);
  });

  test('is one of so many at most', async () => {
    const actor = staff();
    for (let i = 0; i < MOST_DRAFTS; i++) await begin(actor);
    await expect(begin(actor)).rejects.toEqual(refused('too-many-drafts'));
    await begin(staff());
  });
});

describe('what becomes of drafts', () => {
  test('they are erased so many days after the last change, and no day earlier', async () => {
    const actor = staff();
    const [left, changed] = [await begin(actor), await begin(actor)];
    const ids = async () => (await listDrafts(node.kernel.db, actor, form)).map(({ id }) => id);
    clock.advance(DAY);
    await inTx((tx) => changeDraft(tx, node.kernel, actor, { form, id: changed }, (before) => before));
    clock.advance((DRAFT_DAYS - 2) * DAY);
    await enforceRetention(node.kernel);
    expect(new Set(await ids())).toEqual(new Set([left, changed]));
    clock.advance(DAY);
    await enforceRetention(node.kernel);
    expect(await ids()).toEqual([changed]);
  });

  test('a person downloads them with everything else, and they go with the account', async () => {
    const { account, actor } = await person('Mari');
    const other = await person('Juhan');
    await begin(other.actor, uuidv7(), { 'title.en': ['Of Juhan'] });
    await begin(actor, uuidv7(), { 'title.en': ['Of Mari'] });
    const token = await inTx((tx) =>
      createToken(tx, node.kernel, { name: 't', permissions: [], madeBy: `person:${account}` }),
    );
    const program: Actor = { type: 'staff', id: token.id, name: 't', permissions: [] };
    await begin(program, uuidv7(), { 'title.en': ['By a program of Mari'] });
    const { tables } = await personalDataOf(node.kernel, account);
    expect(tables.draft?.rows).toMatchObject([
      { form, typed: { 'title.en': ['Of Mari'] } },
      { form, typed: { 'title.en': ['By a program of Mari'] } },
    ]);
    await eraseAccount(node.kernel, actor, account);
    expect(await listDrafts(node.kernel.db, actor, form)).toEqual([]);
    expect(await listDrafts(node.kernel.db, program, form)).toEqual([]);
    expect(await listDrafts(node.kernel.db, other.actor, form)).toHaveLength(1);
  });
});
