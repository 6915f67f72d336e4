import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { notes, type TestClock, type TestNode, testClock, testNode } from '../../testing/index.ts';
import type { Tx } from '../database/tables.ts';
import { runFsck } from '../fsck/index.ts';
import {
  type Actor,
  findOrMakeOwnAccount,
  type GuestActor,
  grantRole,
  type PersonActor,
  readSession,
  signInPerson,
} from '../identity/index.ts';
import { openProcess, redeem, scopeOf, setObjectionEnd } from '../participation/index.ts';
import { enforceRetention, eraseAccount, eraseRecordsLater, personalDataOf, privateTables } from './index.ts';

const DAY = 24 * 3_600_000;
const HIGH = { level: 'high', notified: true } as const;
const NONE = { level: 'none', notified: false } as const;
const root: Actor = { type: 'staff', id: crypto.randomUUID(), name: 'init', permissions: ['*'] };

let node: TestNode;
let clock: TestClock;
beforeAll(async () => {
  clock = testClock();
  node = await testNode({ modules: [notes], clock });
});
afterAll(() => node.stop());

const inTx = <T>(work: (tx: Tx) => Promise<T>) => node.kernel.database.transaction(work);
async function logIn(
  identifier: string,
  assurance: PersonActor['assurance'] = HIGH,
): Promise<{ actor: PersonActor; cookie: string; subject: string }> {
  const account = await inTx((tx) =>
    findOrMakeOwnAccount(tx, node.kernel, { identifier, assurance, name: `Name of ${identifier}` }),
  );
  const login = { ...account, method: 'test', assurance, at: clock.now() };
  const { actor, cookie } = await signInPerson(node.kernel, login, {});
  return { actor: actor as PersonActor, cookie, subject: account.subject };
}
let count = 0;
const note = (actor: Actor, text: string) =>
  inTx((tx) =>
    node.kernel.records.publish(tx, actor, {
      kind: 'notes/note@1',
      sub: `/notes/${++count}`,
      body: { text: 'public' },
      personal: { author: text },
    }),
  );
async function takePart(actor: PersonActor | GuestActor, path = `/consultations/${++count}`, end = 30) {
  const opened = await node.kernel.db
    .selectFrom('participation_process')
    .select('process')
    .where('process', '=', path)
    .executeTakeFirst();
  const { participant } = await inTx(async (tx) => {
    if (!opened) await openProcess(tx, node.kernel, path, { ...NONE, guests: true });
    if (!opened) await setObjectionEnd(tx, path, new Date(clock.now().getTime() + end * DAY));
    return await redeem(tx, node.kernel, scopeOf(path), { type: 'account', actor });
  });
  return { participant, path };
}
/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select tablename::text as name from pg_tables
    where schemaname = ${node.kernel.database.schema}`.execute(node.kernel.db);
  const texts = await Promise.all(
    rows.map(async ({ name }) => {
      const all = await sql<{
        row: string;
      }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(node.kernel.db);
      return all.rows.map(({ row }) => row).join('\n');
    }),
  );
  return texts.join('\n');
}

describe('the data of a person', () => {
  test('come from every table, with pseudonyms and records, and without secrets', async () => {
    const { actor, cookie } = await logIn('eid download');
    const own = await note(actor, 'by name');
    const { participant, path } = await takePart(actor);
    const hidden = await note(participant, 'by pseudonym');
    await inTx((tx) =>
      grantRole(tx, node.kernel, root, { account: actor.account, role: 'editor', resource: null }),
    );
    const data = await personalDataOf(node.kernel, actor.account);
    expect(Object.keys(data.tables).sort()).toEqual([
      'account',
      'account_identifier',
      'authorship',
      'disclosure',
      'role_grant',
      'session',
    ]);
    expect(data.tables.authorship?.rows).toMatchObject([{ jti: own.jti }]);
    expect(data.participation).toMatchObject([
      {
        process: `${node.kernel.identity.origin}${path}`,
        pseudonym: participant.pseudonym,
        records: [`${node.kernel.identity.origin}/records/${hidden.jti}`],
      },
    ]);
    expect(data.participation[0]?.fields).toHaveLength(1);
    const session = await node.kernel.db.selectFrom('session').select('id').execute();
    for (const { id } of session) expect(JSON.stringify(data)).not.toContain(id);
    expect(JSON.stringify(data)).not.toContain(cookie);
  });

  test('hold nothing of anybody else', async () => {
    const [one, two] = [await logIn('eid one'), await logIn('eid two')];
    await note(two.actor, 'of two');
    await takePart(two.actor);
    const data = JSON.stringify(await personalDataOf(node.kernel, one.actor.account));
    expect(data).not.toContain(two.actor.account);
    expect(data).not.toContain('Name of eid two');
  });

  test('declare a retention, an export and an erasure in every private table', () => {
    const tables = privateTables(node.kernel);
    expect(tables.length).toBeGreaterThan(8);
    for (const [name, { retention }] of tables)
      expect(retention, name).toMatch(/P\d|PT\d|while-active|until/);
  });
});

describe('erasing an account', () => {
  test('removes name, subject and personal fields everywhere, and the log still verifies', async () => {
    const { actor, cookie, subject } = await logIn('eid erase me');
    const { jti } = await note(actor, 'a personal line');
    await eraseAccount(node.kernel, actor, actor.account);
    expect(await readSession(node.kernel, cookie)).toBeNull();
    const left = await node.kernel.db.selectFrom('disclosure').selectAll().where('jti', '=', jti).execute();
    expect(left).toEqual([]);
    const text = await everything();
    expect(text).not.toContain('Name of eid erase me');
    expect(text.split('\n').filter((line) => line.includes(subject))).toHaveLength(1); // the remembered identifier
    await vi.waitFor(async () => {
      const erased = await node.kernel.db
        .selectFrom('entry')
        .select('jti')
        .where('kind', '=', 'kernel/erase@1')
        .execute();
      expect(erased.length).toBeGreaterThan(0);
    }, 5000);
    expect((await runFsck(node.kernel, { rebuild: false })).problems).toEqual([]);
    await expect(eraseAccount(node.kernel, actor, actor.account)).rejects.toMatchObject({
      code: 'no-such-account',
    });
  });

  test('and registering again makes nobody a second person while objections are possible', async () => {
    const first = await logIn('eid again');
    const { participant, path } = await takePart(first.actor);
    await eraseAccount(node.kernel, first.actor, first.actor.account);
    const second = await logIn('eid again');
    expect(second.actor.account).not.toBe(first.actor.account);
    expect(second.subject).toBe(first.subject);
    expect((await takePart(second.actor, path)).participant.pseudonym).toBe(participant.pseudonym);
    await eraseAccount(node.kernel, second.actor, second.actor.account);
    clock.advance(366 * DAY);
    await enforceRetention(node.kernel);
    expect((await logIn('eid again')).subject).not.toBe(first.subject);
  });

  test('remembers no e-mail address', async () => {
    const first = await logIn('email a@example.org', NONE);
    await eraseAccount(node.kernel, first.actor, first.actor.account);
    expect((await logIn('email a@example.org', NONE)).subject).not.toBe(first.subject);
  });

  test('brings a guest back under the same pseudonym, as a new account', async () => {
    const login = {
      issuer: 'https://home.example',
      subject: 'p',
      method: 'home',
      assurance: HIGH,
      at: clock.now(),
    };
    const one = (await signInPerson(node.kernel, login, {})).actor as GuestActor;
    const { participant, path } = await takePart(one);
    await eraseAccount(node.kernel, one, one.account);
    const two = (await signInPerson(node.kernel, login, {})).actor as GuestActor;
    expect(two.account).not.toBe(one.account);
    expect((await takePart(two, path)).participant.pseudonym).toBe(participant.pseudonym);
  });

  test('erases what stands under pseudonyms one by one, so that nobody can put them together', async () => {
    const { actor } = await logIn('eid apart');
    const [a, b] = [await takePart(actor), await takePart(actor)];
    const [one, two] = [await note(a.participant, 'in a'), await note(b.participant, 'in b')];
    const sent: { jtis: string[]; at: number }[] = [];
    const jobs = {
      ...node.kernel.jobs,
      send: async (_: Tx, __: string, data: object, { startAfter }: { startAfter?: Date } = {}) => {
        sent.push({ ...(data as { jtis: string[] }), at: startAfter?.getTime() ?? 0 });
      },
    };
    await eraseAccount({ ...node.kernel, jobs }, actor, actor.account);
    expect(sent.map(({ jtis }) => jtis)).toEqual(expect.arrayContaining([[one.jti], [two.jti]]));
    expect(sent[0]?.at).not.toBe(sent[1]?.at);
    const left = async () =>
      (await node.kernel.db.selectFrom('disclosure').select('jti').execute()).map(({ jti }) => jti);
    await eraseRecordsLater(node.kernel, { jtis: [one.jti], reason: 'person-request' });
    await eraseRecordsLater(node.kernel, { jtis: [one.jti], reason: 'person-request' });
    expect(await left()).not.toContain(one.jti);
    expect(await left()).toContain(two.jti);
  });
});

describe('retention', () => {
  test('forgets guests who did not come for two years, and nobody earlier', async () => {
    const login = {
      issuer: 'https://home.example',
      subject: 'r',
      method: 'home',
      assurance: HIGH,
      at: clock.now(),
    };
    const { account } = (await signInPerson(node.kernel, login, {})).actor;
    const erased = async () =>
      (
        await node.kernel.db
          .selectFrom('account')
          .select('erased_at')
          .where('id', '=', account)
          .executeTakeFirst()
      )?.erased_at;
    clock.advance(729 * DAY);
    await enforceRetention(node.kernel);
    expect(await erased()).toBeNull();
    clock.advance(3 * DAY);
    await enforceRetention(node.kernel);
    expect(await erased()).toBeInstanceOf(Date);
    clock.advance(4 * 366 * DAY);
    await enforceRetention(node.kernel);
    expect(await erased()).toBeUndefined();
    expect(await node.kernel.db.selectFrom('audit').selectAll().execute()).toEqual([]);
  });
});
