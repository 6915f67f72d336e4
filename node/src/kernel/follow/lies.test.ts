import type { ServerResponse } from 'node:http';
import { parseNote, utf8 } from '@koinon/transparency-log';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { befriend, type TestNode, testNode, testPeering } from '../../testing/index.ts';
import { addWitnessedLog, resumeOrigin } from '../trust/index.ts';
import { LyingPartner } from './testing/lying-partner.ts';
import { NOTICE, type Notices, noticesModule } from './testing/notices.ts';
import { logSignerOf } from './testing/paper-log.ts';

const operator = { type: 'system', reason: 'test' } as const;
const impatient = { tries: 3, ms: 0, rolledBackMs: 0, retryMs: 30, staleMs: 0 };

describe('a partner that lies', () => {
  let us: TestNode;
  let honest: TestNode;
  let notices: Notices;
  const liars: LyingPartner[] = [];

  beforeAll(async () => {
    notices = noticesModule();
    const peering = testPeering({ patience: impatient, exchangeMs: 300 });
    [us, honest] = await Promise.all([
      testNode({ modules: [notices], peering }),
      testNode({ modules: [noticesModule()], peering }),
    ]);
    await vi.waitFor(
      async () => expect((await fetch(`${honest.url}/log/checkpoint`)).status).toBe(200),
      10_000,
    );
    await befriend(us, honest);
    await befriend(honest, us);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([us.stop(), honest.stop()]);
  });
  afterEach(async () => {
    for (const liar of liars.splice(0)) await liar.stop();
  });

  /** A partner that has been honest so far: two notices, followed and projected. */
  async function liar(word: string): Promise<LyingPartner> {
    const made = await LyingPartner.start(word);
    liars.push(made);
    made.publish([`${word} 1`, `${word} 2`]);
    await befriend(us, made);
    await followed(made, 3);
    return made;
  }
  const partnerOf = async ({ url }: LyingPartner) => {
    const partner = await us.kernel.trust.partner(url);
    if (partner === null) throw new Error('no partner');
    return partner;
  };
  const sizeOf = async ({ origin }: LyingPartner) => {
    const row = await us.kernel.db
      .selectFrom('log')
      .select('size')
      .where('origin', '=', origin)
      .executeTakeFirstOrThrow();
    return row.size;
  };
  const followed = (partner: LyingPartner, size: number) =>
    vi.waitFor(async () => expect(await sizeOf(partner)).toBe(size), { timeout: 10_000, interval: 20 });
  const wake = (partner: LyingPartner) =>
    us.kernel.database.transaction((tx) => us.kernel.database.notify(tx, 'wake', partner.origin));
  const textsOf = (partner: LyingPartner) =>
    notices.projected.filter(({ node }) => node === partner.url).map(({ text }) => text);

  async function alertAbout(partner: LyingPartner) {
    const find = () =>
      us.kernel.db
        .selectFrom('alert')
        .selectAll()
        .where('origin', '=', partner.origin)
        .where('resolved_at', 'is', null)
        .executeTakeFirst();
    return await vi.waitFor(
      async () => {
        const alert = await find();
        if (alert === undefined) throw new Error('no alert');
        return alert;
      },
      { timeout: 10_000, interval: 20 },
    );
  }

  /** What holds after every alarm, whatever the lie. */
  async function expectAlarm(partner: LyingPartner, code: string) {
    const alert = await alertAbout(partner);
    expect(alert.code).toBe(code);
    expect(await partnerOf(partner)).toMatchObject({ state: 'frozen', frozenCode: code });
    expect(await partner.push(`${us.url}/witness`, partner.log)).toBe(403);
    // Our own log says so, and our partner has it from there.
    await vi.waitFor(
      async () => {
        const entry = await honest.kernel.db
          .selectFrom('entry')
          .select(['kind', 'flag'])
          .where('jti', '=', alert.jti)
          .executeTakeFirst();
        expect(entry).toEqual({ kind: 'kernel/alert@1', flag: null });
      },
      { timeout: 10_000, interval: 50 },
    );
    return alert;
  }

  async function othersGoOn() {
    const text = `honest ${uuidv7()}`;
    await honest.kernel.database.transaction((tx) =>
      honest.kernel.records.publish(tx, operator, {
        kind: NOTICE,
        sub: `/notices/${uuidv7()}`,
        body: { text },
      }),
    );
    await vi.waitFor(() => expect(notices.projected.some((notice) => notice.text === text)).toBe(true), {
      timeout: 10_000,
      interval: 20,
    });
  }

  it('changes an entry: it does not hash to the signed root, and nothing of the new part is projected', async () => {
    const partner = await liar('entry');
    partner.publish(['entry 3']);
    partner.lie = (path, answer) => {
      if (!path.startsWith('/log/tile/entries/')) return null;
      const body = Uint8Array.from(answer.body as Uint8Array);
      body[body.length - 5] = (body[body.length - 5] ?? 0) ^ 1;
      return { ...answer, body };
    };
    await wake(partner);
    const alert = await expectAlarm(partner, 'bad-root');
    expect(alert.detail.commonSize).toBe(3);
    expect(parseNote(alert.note_theirs ?? '').text).toContain('\n4\n');
    expect(await sizeOf(partner)).toBe(3);
    expect(textsOf(partner)).toEqual(['entry 1', 'entry 2']);
    await othersGoOn();
  });

  it('changes an entry that we hold already', async () => {
    const partner = await liar('past entry');
    partner.publish(['past entry 3']);
    partner.lie = (path, answer) => {
      if (!path.startsWith('/log/tile/entries/')) return null;
      const body = Uint8Array.from(answer.body as Uint8Array);
      body[200] = (body[200] ?? 0) ^ 1;
      return { ...answer, body };
    };
    await wake(partner);
    await expectAlarm(partner, 'bad-root');
    expect(textsOf(partner)).toEqual(['past entry 1', 'past entry 2']);
  });

  it('changes a tile: its hashes are not those of the entries', async () => {
    const partner = await liar('tile');
    partner.publish(['tile 3']);
    partner.lie = (path, answer) => {
      if (!path.startsWith('/log/tile/0/')) return null;
      const body = Uint8Array.from(answer.body as Uint8Array);
      body[7] = (body[7] ?? 0) ^ 1;
      return { ...answer, body };
    };
    await wake(partner);
    await expectAlarm(partner, 'bad-tiles');
    expect(await sizeOf(partner)).toBe(3);
  });

  it('truncates a bundle', async () => {
    const partner = await liar('truncated');
    partner.publish(['truncated 3']);
    partner.lie = (path, answer) =>
      path.startsWith('/log/tile/entries/')
        ? { ...answer, body: (answer.body as Uint8Array).slice(0, -20) }
        : null;
    await wake(partner);
    await expectAlarm(partner, 'bad-tiles');
    expect(textsOf(partner)).toEqual(['truncated 1', 'truncated 2']);
  });

  it('signs a size that it has no entries for', async () => {
    const partner = await liar('size');
    const note = partner.log.note(9, partner.log.root());
    partner.lie = (path, answer) => (path === '/log/checkpoint' ? { ...answer, body: note } : null);
    await wake(partner);
    const alert = await expectAlarm(partner, 'bad-tiles');
    expect(alert.detail.missing).toBe('tile/entries/000.p/9');
    expect(alert.note_ours).not.toBeNull();
  });

  it('serves a bundle of 17 MB', async () => {
    const partner = await liar('large');
    partner.publish(['large 3']);
    const large = new Uint8Array(17_000_000);
    partner.lie = (path, answer) =>
      path.startsWith('/log/tile/entries/') ? { ...answer, body: large } : null;
    await wake(partner);
    await expectAlarm(partner, 'bad-tiles');
    expect(await sizeOf(partner)).toBe(3);
  });

  it.each([
    ['a signature that does not verify', (partner: LyingPartner) => flip(partner.log.note())],
    [
      'a signature of another key',
      (partner: LyingPartner) =>
        partner.log.note(4, partner.log.root(), logSignerOf(partner.origin, 'stranger')),
    ],
    [
      'another origin',
      (partner: LyingPartner) => partner.log.note().replace(partner.origin, 'other.example/log'),
    ],
    ['no checkpoint at all', () => 'hello\n'],
  ])('shows a checkpoint with %s', async (what, note) => {
    const partner = await liar(`forged ${what}`);
    partner.publish(['forged']);
    const body = note(partner);
    partner.lie = (path, answer) => (path === '/log/checkpoint' ? { ...answer, body } : null);
    await wake(partner);
    await expectAlarm(partner, 'bad-signature');
    expect(await sizeOf(partner)).toBe(3);
  });

  it('goes back to an older tree', async () => {
    const partner = await liar('rollback');
    const note = partner.log.note(2);
    partner.lie = (path, answer) => (path === '/log/checkpoint' ? { ...answer, body: note } : null);
    await wake(partner);
    const alert = await expectAlarm(partner, 'rolled-back');
    expect(alert.detail).toMatchObject({ ourSize: 3, theirSize: 2, commonSize: 2 });
    expect(textsOf(partner)).toEqual(['rollback 1', 'rollback 2']);
  });

  it('rolls back and grows another history: one answer is proof', async () => {
    const partner = await liar('rewritten');
    partner.shown = partner.log.fork(2);
    partner.publish(['rewritten other', 'rewritten more']);
    await wake(partner);
    const alert = await expectAlarm(partner, 'two-histories');
    expect(alert.detail).toMatchObject({ ourSize: 3, theirSize: 4, commonSize: 2 });
    expect(textsOf(partner)).toEqual(['rewritten 1', 'rewritten 2']);
    const detail = alert.detail as { tries?: number };
    expect(detail.tries).toBeUndefined();
  });

  it('shows another tree of the same size', async () => {
    const partner = await liar('same size');
    partner.shown = partner.log.fork(1);
    partner.publish(['x', 'y']);
    await wake(partner);
    const alert = await expectAlarm(partner, 'two-histories');
    expect(alert.detail).toMatchObject({ commonSize: 1 });
    for (const note of [alert.note_ours, alert.note_theirs])
      expect(parseNote(note ?? '').text).toContain('\n3\n');
  });

  it('shows two histories to two readers: the exchange of views finds it', async () => {
    const partner = await liar('split');
    const other = partner.log.fork(2);
    partner.publish(['split other'], other);
    // The other reader is a real witness that has cosigned the other history.
    await addWitnessedLog(honest.kernel, operator, { vkey: partner.vkey });
    expect(await partner.push(`${honest.url}/witness`, other)).toBe(200);
    const alert = await expectAlarm(partner, 'two-histories');
    expect(alert.detail).toMatchObject({ peer: honest.kernel.identity.origin });
    expect(parseNote(alert.note_ours ?? '').text).not.toBe(parseNote(alert.note_theirs ?? '').text);
    const agreement = await us.kernel.db
      .selectFrom('agreement')
      .selectAll()
      .where('origin', '=', partner.origin)
      .executeTakeFirstOrThrow();
    expect(agreement).toMatchObject({ peer: honest.kernel.identity.origin, state: 'differs' });
  });

  it('hides from us what it shows to another reader', async () => {
    const partner = await liar('hidden');
    const note = partner.log.note();
    partner.publish(['hidden 3']);
    const shown = partner.log.size;
    partner.lie = (path, answer) => {
      if (path === '/log/checkpoint') return { ...answer, body: note };
      return path.includes(`.p/${shown}`) ? { status: 404, body: '' } : null;
    };
    await addWitnessedLog(honest.kernel, operator, { vkey: partner.vkey });
    expect(await partner.push(`${honest.url}/witness`)).toBe(200);
    const alert = await expectAlarm(partner, 'bad-tiles');
    expect(alert.detail.missing).toBe('tile/entries/000.p/4');
  });

  it('changes its past for readers who come later: a spot check finds it', async () => {
    const partner = await liar('spot');
    partner.lie = (path, answer) => {
      if (!path.startsWith('/log/tile/entries/')) return null;
      const body = Uint8Array.from(answer.body as Uint8Array);
      body[body.length - 5] = (body[body.length - 5] ?? 0) ^ 1;
      return { ...answer, body };
    };
    const alert = await expectAlarm(partner, 'bad-root');
    expect(alert.detail.commonSize).toBe(2);
  });

  it('puts records into its log that are not its own: they are kept, flagged, and stop nothing', async () => {
    const partner = await liar('records');
    const sub = `/notices/${uuidv7()}`;
    const first = partner.record(NOTICE, sub, { text: 'first' });
    const { jti } = JSON.parse(Buffer.from(first.split('.')[1] ?? '', 'base64url').toString()) as {
      jti: string;
    };
    const own = await us.kernel.db
      .selectFrom('entry')
      .select('jti')
      .where('log', '=', us.kernel.ownLog)
      .executeTakeFirstOrThrow();
    const entries: [string | Uint8Array, string | null][] = [
      [first, null],
      [partner.record(NOTICE, '/notices/1', { text: 'forged' }, {}, 'stranger'), 'bad-signature'],
      [partner.record(NOTICE, '/notices/2', { text: 'issuer' }, { iss: honest.url }), 'wrong-issuer'],
      [
        partner.record(NOTICE, '/notices/3', { text: 'subject' }, { sub: `${honest.url}/notices/3` }),
        'foreign-subject',
      ],
      [partner.record(NOTICE, sub, { text: 'stale' }, { prev: uuidv7() }), 'stale-prev'],
      [partner.record(NOTICE, '/notices/4', { text: 'again' }, { jti }), 'duplicate-jti'],
      [partner.record(NOTICE, '/notices/5', { text: 'ours' }, { jti: own.jti ?? '' }), 'duplicate-jti'],
      [
        partner.record(NOTICE, '/notices/6', { text: 'late' }, { iat: Math.floor(Date.now() / 1000) + 3600 }),
        'iat-ahead',
      ],
      [partner.record(NOTICE, '/notices/7', { words: 'no text' }), 'bad-body'],
      [partner.record(NOTICE, '/notices/8', { text: 'refuse' }), 'refused-by-test'],
      ['no record at all', 'malformed'],
      [new Uint8Array([0xff, 0x00, 0x80]), 'malformed'],
      [partner.record(NOTICE, sub, { text: 'second' }, { prev: jti }), null],
    ];
    for (const [entry] of entries) partner.log.entries.push(typeof entry === 'string' ? utf8(entry) : entry);
    await wake(partner);
    await followed(partner, 3 + entries.length);
    const { log } = await partnerOf(partner);
    await vi.waitFor(async () => {
      const row = await us.kernel.db
        .selectFrom('log')
        .select('projected')
        .where('id', '=', log)
        .executeTakeFirst();
      expect(row?.projected).toBe(3 + entries.length);
    }, 10_000);
    const rows = await us.kernel.db
      .selectFrom('entry')
      .select('flag')
      .where('log', '=', log)
      .where('index', '>=', 3)
      .orderBy('index')
      .execute();
    expect(rows.map(({ flag }) => flag)).toEqual(entries.map(([, flag]) => flag));
    expect(textsOf(partner)).toEqual(['records 1', 'records 2', 'first', 'second']);
    expect((await partnerOf(partner)).state).toBe('active');
  });

  it('answers without end: more than any tile can be', async () => {
    const partner = await liar('endless');
    partner.publish(['endless 3']);
    partner.lie = (path, _answer, response) => {
      if (!path.startsWith('/log/tile/0')) return null;
      endless(response);
      return 'taken';
    };
    await wake(partner);
    await expectAlarm(partner, 'bad-tiles');
    await othersGoOn();
  });

  it('breaks off in the middle: no alarm, and it is followed again once it answers', async () => {
    const partner = await liar('broken line');
    partner.publish(['after']);
    partner.lie = (path, _answer, response) => {
      if (!path.startsWith('/log/tile/0')) return null;
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': '128' });
      response.write('half');
      setTimeout(() => response.destroy(), 5);
      return 'taken';
    };
    for (let i = 0; i < 5; i++) await failOnceMore(partner);
    expect(await partnerOf(partner)).toMatchObject({ state: 'active', lastError: 'unreachable' });
    await othersGoOn();
    partner.lie = null;
    await wake(partner);
    await followed(partner, 4);
    await vi.waitFor(
      async () => expect(await partnerOf(partner)).toMatchObject({ failures: 0, lastError: null }),
      5_000,
    );
  });

  it.each([
    ['a redirect', 'redirect', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }],
    [
      'a page in place of a checkpoint',
      'wrong-type',
      { status: 200, type: 'text/html', body: '<h1>Under repair</h1>' },
    ],
    ['status 503', 'status', { status: 503, body: 'busy\n' }],
  ])('answers with %s: a failure that is shown, and no alarm', async (what, code, answer) => {
    const partner = await liar(`line ${what}`);
    partner.lie = (path) => (path === '/log/checkpoint' ? answer : null);
    for (let i = 0; i < 5; i++) await failOnceMore(partner);
    expect(await partnerOf(partner)).toMatchObject({ state: 'active', lastError: code });
    partner.lie = null;
    partner.publish(['back']);
    await wake(partner);
    await followed(partner, 4);
  });

  async function failOnceMore(partner: LyingPartner) {
    const { failures } = await partnerOf(partner);
    await wake(partner);
    await vi.waitFor(async () => expect((await partnerOf(partner)).failures).toBeGreaterThan(failures), {
      timeout: 10_000,
      interval: 10,
    });
  }

  it('is followed again only after the operator ends the alarm, which stays as history', async () => {
    const partner = await liar('resumed');
    partner.publish(['resumed 3']);
    partner.lie = (path) => (path.startsWith('/log/tile/entries/') ? { status: 404, body: '' } : null);
    await wake(partner);
    const alert = await expectAlarm(partner, 'bad-tiles');
    partner.lie = null;
    await wake(partner);
    await othersGoOn();
    expect(await sizeOf(partner)).toBe(3);
    const act = await resumeOrigin(us.kernel, operator, {
      origin: partner.origin,
      reason: 'Its disk was full.',
    });
    await followed(partner, 4);
    expect(await partner.push(`${us.url}/witness`)).toBe(200);
    const after = await us.kernel.db
      .selectFrom('alert')
      .selectAll()
      .where('id', '=', alert.id)
      .executeTakeFirstOrThrow();
    expect(after).toMatchObject({ resolved_jti: act.jti, resolved_reason: 'Its disk was full.' });
  });
});

function flip(note: string): string {
  return note.replace(/.{12}\n$/, (end) => (end.startsWith('A') ? `B${end.slice(1)}` : `A${end.slice(1)}`));
}

function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  const chunk = new Uint8Array(65_536);
  const more = (): void => {
    while (!response.destroyed) if (!response.write(chunk)) return void response.once('drain', more);
  };
  more();
}
