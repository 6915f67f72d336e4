import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { notes, readNotes, type TestNode, testNode } from '../../testing/index.ts';
import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import { checkLog } from './check-log.ts';
import { runFsck } from './index.ts';
import { checkLogs } from './run.ts';

const actor: Actor = { type: 'system', reason: 'test' };

describe('fsck', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await testNode({ modules: [notes] });
    const { kernel } = node;
    const [kept, revised, withdrawn, erased] = await Promise.all(
      ['kept', 'revised', 'withdrawn', 'erased'].map((name) =>
        kernel.database.transaction((tx) =>
          kernel.records.publish(tx, actor, {
            kind: 'notes/note@1',
            sub: `/notes/${name}`,
            body: { text: name },
          }),
        ),
      ),
    );
    expect(kept).toBeDefined();
    await kernel.database.transaction(async (tx) => {
      await kernel.records.publish(tx, actor, {
        kind: 'notes/note@1',
        sub: '/notes/revised',
        prev: revised?.jti ?? null,
        body: { text: 'second', long: 'x'.repeat(20_000) },
      });
      await kernel.records.withdraw(tx, actor, withdrawn?.sub ?? '', 'a mistake');
      await kernel.records.erase(tx, actor, [erased?.jti ?? ''], 'mistake', 'own rule');
      // More entries than one tile has, so that there are two levels.
      for (let n = 0; n < 260; n++) {
        const draft = { kind: 'notes/note@1', sub: `/notes/${n}`, body: { text: `${n}` } };
        await kernel.records.publish(tx, actor, draft);
      }
    });
    await vi.waitFor(async () => {
      const note = await (await fetch(`${node.url}/log/checkpoint`)).text();
      expect(note.split('\n')[1]).toBe('268');
    }, 5000);
  });
  afterAll(() => node.stop());

  test('finds nothing in a sound node', async () => {
    const { ok, problems, logs, tables } = await runFsck(node.kernel);
    expect(problems).toEqual([]);
    expect(ok).toBe(true);
    expect(logs).toMatchObject([{ role: 'own', size: 268, flagged: 0 }]);
    expect(tables).toContainEqual({ name: 'notes_note', rows: 262, differing: 0 });
  });

  const faults: [string, string, (tx: Tx) => Promise<unknown>][] = [
    [
      'a changed entry',
      'leaf',
      (tx) => sql`update entry set body = replace(body, 'a', 'b') where index = 2`.execute(tx),
    ],
    ['a changed leaf', 'leaf', (tx) => sql`update entry set leaf = sha256(leaf) where index = 2`.execute(tx)],
    ['a missing entry', 'missing-entry', (tx) => sql`delete from entry where index = 260`.execute(tx)],
    ['a missing last entry', 'missing-entry', (tx) => sql`delete from entry where index = 267`.execute(tx)],
    [
      'a changed full tile',
      'tile',
      (tx) => sql`update tile set hashes = set_byte(hashes, 40, 1) where index = 0 and level = 0`.execute(tx),
    ],
    [
      'a changed tile of the edge',
      'tile',
      (tx) => sql`update tile set hashes = set_byte(hashes, 4, 1) where index = 1`.execute(tx),
    ],
    ['a missing tile', 'tile', (tx) => sql`delete from tile where level = 1`.execute(tx)],
    ['another root', 'root', (tx) => sql`update log set root = sha256(root)`.execute(tx)],
    ['another range', 'range', (tx) => sql`update log set range = set_byte(range, 5, 1)`.execute(tx)],
    ['a note of another size', 'note', (tx) => sql`update log set note_size = 12`.execute(tx)],
    [
      'a forged note',
      'note',
      (tx) => sql`update log set note = replace(note, E'\n268\n', E'\n267\n')`.execute(tx),
    ],
    [
      'a column that differs',
      'columns',
      (tx) => sql`update entry set kind = 'x/y@1' where index = 3`.execute(tx),
    ],
    [
      'a flag on a record that is sound',
      'flag',
      (tx) => sql`update entry set flag = 'bad-signature' where index = 3`.execute(tx),
    ],
    [
      'a key that was not valid',
      'record-signature',
      (tx) => sql`update record_key set until_index = 100`.execute(tx),
    ],
  ];

  test.each(faults)('finds %s', async (_, code, damage) => {
    const undo = Symbol('undo');
    const { kernel } = node;
    const found = await kernel.database
      .transaction(async (tx) => {
        await damage(tx);
        throw Object.assign(new Error('undo'), {
          [undo]: await checkLogs({ ...kernel, db: tx, trust: within(tx) }),
        });
      })
      .catch((error) => error[undo] ?? Promise.reject(error));
    expect(found.problems.map((problem: { code: string }) => problem.code)).toContain(code);
  });

  function within(tx: Tx) {
    return {
      ...node.kernel.trust,
      recordKeys: async (log: number) => {
        const rows = await tx.selectFrom('record_key').selectAll().where('log', '=', log).execute();
        return rows.map((row) => ({
          kid: row.kid,
          publicKey: Uint8Array.from(Buffer.from(String(row.jwk.x), 'base64url')),
          fromIndex: row.from_index,
          untilIndex: row.until_index,
        }));
      },
    };
  }

  test('makes public tables anew as they were', async () => {
    const { kernel } = node;
    const state = async () => ({
      notes: (await readNotes(kernel.db)).filter((row) => !/\d$/.test(row.sub)),
      subjects: await sql`select sub, kind, latest, state, reason, state_jti from subject
        where sub !~ '[0-9]$' order by sub`
        .execute(kernel.db)
        .then(({ rows }) => rows),
      keys: await kernel.trust.recordKeys(kernel.ownLog),
    });
    const before = await state();
    expect(before.notes.map((row) => row.text)).toEqual(['kept', 'second']);
    await sql`update notes_note set text = 'damaged'`.execute(kernel.db);
    const { ok, rebuilt } = await runFsck(kernel, { rebuild: true });
    expect({ ok, rebuilt }).toEqual({ ok: true, rebuilt: 268 });
    expect(await state()).toEqual(before);
  });

  test('finds nothing in a log that grows while it is checked', async () => {
    const { kernel } = node;
    const head = await kernel.db.selectFrom('log').selectAll().executeTakeFirstOrThrow();
    const act = await kernel.database.transaction((tx) =>
      kernel.records.publish(tx, actor, {
        kind: 'notes/note@1',
        sub: '/notes/meanwhile',
        body: { text: 'new' },
      }),
    );
    expect(await kernel.records.waitLogged(act.jti, 5000)).toBe('logged');
    const found: string[] = [];
    await checkLog(
      kernel,
      head,
      (code, _, detail) => found.push(`${code}: ${detail}`),
      () => {},
    );
    expect(found).toEqual([]);
  });
});
