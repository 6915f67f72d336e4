import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { notes, type TestClock, type TestNode, testClock, testNode } from '../../testing/index.ts';
import { writeBackup } from '../backup/index.ts';
import { findOrMakeOwnAccount, type GuestActor, type PersonActor, signInPerson } from '../identity/index.ts';
import type { Assurance } from '../identity/level.ts';
import {
  excludesDuplicates,
  forgetEndedProcesses,
  openProcess,
  publishCount,
  redeem,
  scopeOf,
  setObjectionEnd,
  tracesOf,
} from './index.ts';

const DAY = 24 * 3_600_000;
const LOW: Assurance = { level: 'low', notified: false };
const NONE: Assurance = { level: 'none', notified: false };
const operator = { type: 'system', reason: 'test' } as const;

let node: TestNode;
let clock: TestClock;
beforeAll(async () => {
  clock = testClock();
  node = await testNode({ modules: [notes], clock });
});
afterAll(() => node.stop());

const inTx = <T>(work: Parameters<typeof node.kernel.database.transaction<T>>[0]) =>
  node.kernel.database.transaction(work);

async function person(identifier: string, assurance = LOW): Promise<PersonActor> {
  const account = await inTx((tx) => findOrMakeOwnAccount(tx, node.kernel, { identifier, assurance }));
  const login = { ...account, method: 'test', assurance, at: clock.now() };
  return (await signInPerson(node.kernel, login, {})).actor as PersonActor;
}
async function guest(subject: string, issuer = 'https://home.example'): Promise<GuestActor> {
  const login = { issuer, subject, method: 'home', assurance: LOW, at: clock.now() };
  return (await signInPerson(node.kernel, login, {})).actor as GuestActor;
}
let count = 0;
async function process(admits = { ...LOW, guests: true }): Promise<string> {
  const path = `/consultations/${++count}`;
  await inTx((tx) => openProcess(tx, node.kernel, path, admits));
  return path;
}
const takePart = (path: string, actor: Parameters<typeof redeem>[3]['actor']) =>
  inTx((tx) => redeem(tx, node.kernel, scopeOf(path), { type: 'account', actor }));

describe('taking part', () => {
  test('makes a person one participant in a process, however often', async () => {
    const path = await process();
    const mari = await person('eid mari');
    const first = await takePart(path, mari);
    const again = await takePart(path, mari);
    expect([first.first, again.first]).toEqual([true, false]);
    expect(again.participant).toEqual(first.participant);
  });

  test('counts once where the same person comes twice at the same moment', async () => {
    const path = await process();
    const mari = await person('eid mari');
    const both = await Promise.all([takePart(path, mari), takePart(path, mari)]);
    expect(both.filter(({ first }) => first)).toHaveLength(1);
  });

  test('gives the same person unrelated names in two processes, and two persons two names in one', async () => {
    const [one, two] = [await process(), await process()];
    const [mari, jaan] = [await person('eid mari'), await person('eid jaan')];
    const names = await Promise.all([takePart(one, mari), takePart(two, mari), takePart(one, jaan)]);
    expect(new Set(names.map(({ participant }) => participant.pseudonym)).size).toBe(3);
  });

  test('tells guests of two home nodes apart that chose the same pairwise name', async () => {
    const path = await process();
    const one = await takePart(path, await guest('x'));
    const two = await takePart(path, await guest('x', 'https://other.example'));
    expect(one.participant.pseudonym).not.toBe(two.participant.pseudonym);
  });

  test('is refused below the level, to guests where there are none, and to whoever is no person', async () => {
    const own = await process({ level: 'substantial', notified: false, guests: false });
    await expect(takePart(own, await person('eid mari'))).rejects.toMatchObject({
      code: 'level-too-low',
      args: { has: 'low', needs: 'substantial' },
    });
    await expect(takePart(own, await guest('x'))).rejects.toMatchObject({ code: 'no-guests' });
    const token = { type: 'staff', id: '1', name: 'x', permissions: ['*'] } as const;
    await expect(takePart(own, token)).rejects.toMatchObject({ code: 'not-a-person' });
    await expect(takePart('/consultations/none', await guest('x'))).rejects.toMatchObject({
      code: 'process-not-open',
    });
  });

  test('admits level none where the rule says so, and says that duplicates are then possible', async () => {
    const open = { ...NONE, guests: true };
    const path = await process(open);
    expect((await takePart(path, await person('email a@example.org', NONE))).first).toBe(true);
    expect(excludesDuplicates(open)).toBe(false);
    expect(excludesDuplicates(LOW)).toBe(true);
    const act = await inTx((tx) => publishCount(tx, node.kernel, operator, path));
    expect(await bodyOf(act.jti)).toMatchObject({ participants: 1, duplicatesExcluded: false });
  });
});

describe('what is published and kept', () => {
  test('holds no account, no subject, no identifier, in the log or in a backup, beside a pseudonym', async () => {
    const path = await process();
    const mari = await person('eid 38001085718');
    const { participant } = await takePart(path, mari);
    const act = await inTx((tx) =>
      node.kernel.records.publish(tx, participant, {
        kind: 'notes/note@1',
        sub: '/notes/of-mari',
        body: { text: `by ${participant.pseudonym}` },
      }),
    );
    await inTx((tx) => publishCount(tx, node.kernel, operator, path));
    const { account, subject } = await accountOf(mari);
    await vi.waitFor(async () => expect(await logOf()).toContain(participant.pseudonym), 5000);
    for (const secret of [account, subject, '38001085718']) expect(await logOf()).not.toContain(secret);

    const lines = (await backupOf()).split('\n');
    const beside = lines.filter((line) => line.includes(participant.pseudonym) || line.includes(act.jti));
    expect(beside.length).toBeGreaterThan(2);
    for (const line of beside) {
      for (const secret of [account, subject, '38001085718']) expect(line).not.toContain(secret);
    }
    expect(lines.join('\n')).not.toContain('38001085718');
  });

  test('lets the person, and nobody else, find what they did, until the objection period ends', async () => {
    const path = await process();
    const [mari, jaan] = [await person('eid mari'), await person('eid jaan')];
    const { participant } = await takePart(path, mari);
    await takePart(path, jaan);
    const until = new Date(clock.now().getTime() + 30 * DAY);
    await inTx((tx) => setObjectionEnd(tx, path, until));
    const traces = async (actor: PersonActor) => {
      const person = await accountOf(actor);
      return (await inTx((tx) => tracesOf(tx, node.kernel, person))).filter((one) => one.process === path);
    };
    expect(await traces(mari)).toEqual([
      { process: path, pseudonym: participant.pseudonym, objectionUntil: until, jtis: [] },
    ]);
    clock.advance(30 * DAY - 1);
    await forgetEndedProcesses(node.kernel);
    expect(await traces(mari)).toHaveLength(1);
    clock.advance(1);
    await expect(takePart(path, jaan)).rejects.toMatchObject({ code: 'process-not-open' });
    await forgetEndedProcesses(node.kernel);
    expect(await traces(mari)).toEqual([]);
    expect(await backupOf()).not.toContain(participant.pseudonym);
    const act = await inTx((tx) => publishCount(tx, node.kernel, operator, path));
    expect(await bodyOf(act.jti)).toMatchObject({ participants: 2, duplicatesExcluded: true });
    await expect(inTx((tx) => setObjectionEnd(tx, path, until))).rejects.toMatchObject({
      code: 'process-not-open',
    });
  });
});

async function accountOf(actor: PersonActor) {
  const row = await node.kernel.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', actor.account)
    .executeTakeFirstOrThrow();
  return { account: row.id, issuer: row.issuer, subject: row.subject ?? '' };
}

/** Bodies of records are base64url inside a JWS; both forms are searched. */
async function logOf(): Promise<string> {
  const rows = await node.kernel.db.selectFrom('entry').select('body').execute();
  return rows.map(({ body }) => `${body} ${body.split('.').map(decoded).join(' ')}`).join('\n');
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString('latin1');
}

async function bodyOf(jti: string): Promise<unknown> {
  const find = async () =>
    (await node.kernel.db.selectFrom('pending').select('body').where('jti', '=', jti).executeTakeFirst()) ??
    (await node.kernel.db.selectFrom('entry').select('body').where('jti', '=', jti).executeTakeFirst());
  const jws = await vi.waitFor(async () => (await find())?.body ?? Promise.reject(new Error('not there')));
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()).body;
}

async function backupOf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'koinon-participation-'));
  try {
    const path = join(folder, 'node.koinon');
    await writeBackup(node.kernel, { path, passphrase: 'correct horse', workFactor: 10 });
    const decrypter = new Decrypter();
    decrypter.addPassphrase('correct horse');
    const sealed = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    const plain = await decrypter.decrypt(sealed);
    return await text(Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
