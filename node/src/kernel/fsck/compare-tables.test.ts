import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { notes, readNotes, type TestNode, testNode } from '../../testing/index.ts';
import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import { compareTables } from './compare-tables.ts';
import { runFsck } from './index.ts';

const actor: Actor = { type: 'system', reason: 'test' };

describe('fsck of public tables', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await testNode({ modules: [notes] });
    const { kernel } = node;
    await kernel.database.transaction(async (tx) => {
      for (const name of ['kept', 'withdrawn', 'erased']) {
        const draft = { kind: 'notes/note@1', sub: `/notes/${name}`, body: { text: name } };
        const { jti, sub } = await kernel.records.publish(tx, actor, draft);
        if (name === 'withdrawn') await kernel.records.withdraw(tx, actor, sub, 'a mistake');
        if (name === 'erased') await kernel.records.erase(tx, actor, [jti], 'mistake', 'own rule');
      }
    });
    await vi.waitFor(async () => {
      const note = await (await fetch(`${node.url}/log/checkpoint`)).text();
      expect(note.split('\n')[1]).toBe('6');
    }, 5000);
  });
  afterAll(() => node.stop());

  test('finds nothing where all rows come from records, changes nothing, and leaves nothing behind', async () => {
    const before = await readNotes(node.kernel.db);
    expect(await runFsck(node.kernel)).toMatchObject({
      ok: true,
      tables: [
        { name: 'subject', rows: 5, differing: 0 },
        { name: 'record_key', rows: 1, differing: 0 },
        { name: 'search', rows: 0, differing: 0 },
        { name: 'notes_note', rows: 1, differing: 0 },
      ],
    });
    expect(await readNotes(node.kernel.db)).toEqual(before);
    const { rows } = await sql`select relname from pg_class where relpersistence = 't'`.execute(
      node.kernel.db,
    );
    expect(rows).toEqual([]);
  });

  test('counts an act that still waits for its place as public', async () => {
    const { kernel } = node;
    await kernel.database.transaction(async (tx) => {
      const draft = { kind: 'notes/note@1', sub: '/notes/late', body: { text: 'late' } };
      await kernel.records.publish(tx, actor, draft);
      // PGlite has one connection: the comparison looks from within.
      const database = { ...kernel.database, transaction: <T>(work: (tx: Tx) => Promise<T>) => work(tx) };
      const { problems } = await compareTables({ ...kernel, database });
      expect(problems).toEqual([]);
    });
  });

  const faults: [string, string, string, string][] = [
    [
      'a row that was changed',
      'row-changed',
      '/notes/kept) differs from the records in text',
      `update notes_note set text = 'better' where sub like '%/notes/kept'`,
    ],
    [
      'a row that was deleted',
      'row-missing',
      '/notes/kept) is missing, though records make it',
      `delete from notes_note where sub like '%/notes/kept'`,
    ],
    [
      'a row that was added',
      'row-added',
      '/notes/made-up) is there, though no record makes it',
      `insert into notes_note (log, sub, jti, text) select log, replace(sub, 'kept', 'made-up'), jti, text from notes_note
        where sub like '%/notes/kept'`,
    ],
    [
      'a withdrawal that was undone',
      'row-changed',
      '/notes/withdrawn) differs from the records in state, reason',
      `update subject set state = 'live', reason = null where sub like '%/notes/withdrawn'`,
    ],
    [
      'a record key that was given a longer life',
      'row-changed',
      'differs from the records in until_index',
      `update record_key set until_index = 100`,
    ],
    [
      'a record that was hidden by a flag',
      'flag',
      'the record is kept as stale-prev, but its checks say sound',
      `update entry set flag = 'stale-prev' where sub like '%/notes/kept'`,
    ],
  ];

  test.each(faults)('finds %s by hand, and --rebuild puts it right', async (_, code, detail, damage) => {
    const { kernel } = node;
    await sql.raw(damage).execute(kernel.db);
    const found = await runFsck(kernel);
    expect(found.ok).toBe(false);
    expect(found.problems).toEqual([
      expect.objectContaining({
        log: kernel.identity.logOrigin,
        code,
        detail: expect.stringContaining(detail),
      }),
    ]);
    expect(await runFsck(kernel, { rebuild: true })).toMatchObject({ ok: true, problems: [] });
  });
});
