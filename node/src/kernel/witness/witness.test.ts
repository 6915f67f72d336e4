import {
  CompactRange,
  EMPTY_ROOT,
  formatAddCheckpoint,
  formatCheckpoint,
  type Hash,
  leafHash,
  MAX_NOTE,
  makeEd25519NoteSigner,
  openCheckpoint,
  originHash,
  parseVerifierKey,
  planConsistency,
  proofFromTiles,
  signNote,
  utf8,
} from '@koinon/transparency-log';
import { ed25519PublicKey, ed25519Sign } from '@koinon/transparency-log/crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestNode, testNode, testServerUrl } from '../../testing/index.ts';
import { advisoryLock } from '../database/advisory-lock.ts';
import { peering } from '../follow/peering.ts';
import { witnessCosigners } from '../keys/vkeys.ts';
import { alertLock } from '../trust/alerts.ts';
import { addWitnessedLog, raiseAlert } from '../trust/index.ts';

const operator = { type: 'system', reason: 'test' } as const;

/** A log of up to 256 entries that exists in memory alone, in front of a witness. */
class PaperLog {
  readonly origin: string;
  readonly #signer: ReturnType<typeof makeEd25519NoteSigner>;
  readonly #leaves: Hash[];

  constructor(origin: string, history = 'a', key = origin) {
    const seed = new Uint8Array(32).fill(7);
    seed.set(utf8(key).slice(-32));
    this.origin = origin;
    this.#signer = makeEd25519NoteSigner(origin, {
      publicKey: ed25519PublicKey(seed),
      sign: (message) => ed25519Sign(seed, message),
    });
    this.#leaves = Array.from({ length: 256 }, (_, i) => leafHash(utf8(`${history} ${i}`)));
  }
  get vkey(): string {
    return this.#signer.vkey;
  }
  root(size: number): Hash {
    const range = new CompactRange();
    for (const leaf of this.#leaves.slice(0, size)) range.append(leaf);
    return range.root();
  }
  note(size: number, root = this.root(size)): string {
    return signNote(formatCheckpoint({ origin: this.origin, size, root }), [this.#signer], 0);
  }
  proof(oldSize: number, size: number): Hash[] {
    if (oldSize >= size) return [];
    const hashes = Buffer.concat(this.#leaves);
    return proofFromTiles(planConsistency(oldSize, size), size, () => new Uint8Array(hashes));
  }
  body(oldSize: number, size: number): string {
    return formatAddCheckpoint(oldSize, this.proof(oldSize, size), this.note(size));
  }
}

describe('the witness', () => {
  let node: TestNode;
  let count = 0;
  beforeAll(async () => {
    node = await testNode({ peering });
  });
  afterAll(() => node.stop());

  async function newLog(): Promise<PaperLog> {
    const log = new PaperLog(`log.test/${++count}`);
    await addWitnessedLog(node.kernel, operator, { vkey: log.vkey });
    return log;
  }
  async function post(body: string | Uint8Array<ArrayBuffer>) {
    const answer = await fetch(`${node.url}/witness/add-checkpoint`, {
      method: 'POST',
      body,
    });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  }
  const verifiers = () =>
    witnessCosigners(node.kernel.keys, node.kernel.identity).map(({ vkey }) => parseVerifierKey(vkey));
  const open = (log: PaperLog, note: string) =>
    openCheckpoint(note, {
      origin: log.origin,
      logVerifiers: [parseVerifierKey(log.vkey)],
      witnessVerifiers: verifiers(),
    });

  it('cosigns with every key it has, Ed25519 first', async () => {
    const log = await newLog();
    const answer = await post(log.body(0, 5));
    expect(answer.status).toBe(200);
    const { cosignatures } = open(log, log.note(5) + answer.text);
    expect(cosignatures.map(({ vkey }) => parseVerifierKey(vkey).type)).toEqual([0x04, 0x06]);
    expect(cosignatures.every(({ time }) => Math.abs(time - Date.now() / 1000) < 60)).toBe(true);
  });

  it('shows what it cosigned last, with the signature of the log', async () => {
    const log = await newLog();
    const url = `${node.url}/witness/${originHash(log.origin)}/checkpoint`;
    expect((await fetch(url)).status).toBe(404);
    await post(log.body(0, 5));
    await post(log.body(5, 9));
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const { checkpoint, cosignatures } = open(log, await answer.text());
    expect(checkpoint.size).toBe(9);
    expect(cosignatures).toHaveLength(2);
  });

  it('answers in the order of the specification', async () => {
    const log = await newLog();
    const fork = new PaperLog(log.origin, 'b');
    const stranger = new PaperLog(log.origin, 'a', 'another key');
    const unknown = new PaperLog('log.test/nobody');
    expect(await post('hello\n')).toMatchObject({ status: 400 });
    expect(await post(new Uint8Array([0xff, 0xfe]))).toMatchObject({ status: 400 });
    expect(await post(log.body(0, 5).replace('old 0', 'old 00'))).toMatchObject({ status: 400 });
    expect(await post(unknown.body(0, 5))).toMatchObject({ status: 404 });
    expect(await post(stranger.body(0, 5))).toMatchObject({ status: 403 });
    const signature = log.note(5).split('\n').at(-2) ?? '';
    const flipped = signature.replace(/.{20}$/, (end) =>
      end.startsWith('A') ? `B${end.slice(1)}` : `A${end.slice(1)}`,
    );
    expect(await post(log.body(0, 5).replace(signature, flipped))).toMatchObject({ status: 403 });
    // The old size is above the size and not what was cosigned last: the first of the two decides.
    expect(await post(formatAddCheckpoint(6, [], log.note(5)))).toMatchObject({ status: 400 });
    expect(await post(log.body(3, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '0\n' });
    expect(await post(formatAddCheckpoint(0, [EMPTY_ROOT], log.note(5)))).toMatchObject({ status: 422 });
    expect(await post(formatAddCheckpoint(0, [], log.note(0, log.root(1))))).toMatchObject({ status: 422 });
    expect(await post(log.body(0, 5))).toMatchObject({ status: 200 });
    expect(await post(log.body(0, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '5\n' });
    expect(await post(log.body(5, 5))).toMatchObject({ status: 200 });
    expect(await post(fork.body(5, 5))).toMatchObject({ status: 422 });
    expect(await post(fork.body(5, 9))).toMatchObject({ status: 422 });
    expect(await post(formatAddCheckpoint(5, [], log.note(9)))).toMatchObject({ status: 422 });
    expect(await post(log.body(5, 9))).toMatchObject({ status: 200 });
    expect(await post(log.body(9, 5))).toMatchObject({ status: 400 });
    expect(await post(log.body(5, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '9\n' });
  });

  it('refuses bodies that no request can be', async () => {
    expect(await post('x'.repeat(MAX_NOTE + 10_000))).toMatchObject({ status: 413 });
    const streamed = await fetch(`${node.url}/witness/add-checkpoint`, {
      method: 'POST',
      body: new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      }),
      duplex: 'half',
    } as RequestInit).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(streamed).toBe(413);
  });

  it('cosigns nothing more of a log with an open alarm, and keeps showing what it has', async () => {
    const log = await newLog();
    await post(log.body(0, 5));
    await raiseAlert(node.kernel, {
      origin: log.origin,
      code: 'two-histories',
      detail: {},
      ours: null,
      theirs: null,
    });
    expect(await post(log.body(5, 9))).toMatchObject({ status: 403, text: 'frozen\n' });
    expect((await fetch(`${node.url}/witness/${originHash(log.origin)}/checkpoint`)).status).toBe(200);
  });

  it('lets one of 16 racing growths win, and tells the others its size', async () => {
    const log = await newLog();
    await post(log.body(0, 5));
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        post(log.body(5, 20 + i)).then((answer) => ({ ...answer, size: 20 + i })),
      ),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const losers = answers.filter(({ status }) => status !== 200);
    expect(losers.map(({ status, type, text }) => ({ status, type, text }))).toEqual(
      Array(15).fill({ status: 409, type: 'text/x.tlog.size', text: `${winners[0]?.size}\n` }),
    );
  });

  it.runIf(testServerUrl)(
    'gives no cosignature once an alarm is committed that was being written meanwhile',
    async () => {
      const log = await newLog();
      expect((await post(log.body(0, 5))).status).toBe(200);
      const { database, db } = node.kernel;
      let commit = () => {};
      const held = new Promise<void>((resolve) => {
        commit = resolve;
      });
      const written = new Promise<void>((resolve, reject) => {
        database
          .transaction(async (tx) => {
            await advisoryLock(tx, database.schema, alertLock(log.origin));
            await sql`insert into alert (id, origin, code, detail, raised_at)
            values (${uuidv7()}, ${log.origin}, 'two-histories', '{}', now())`.execute(tx);
            resolve();
            await held;
          })
          .catch(reject);
      });
      await written;
      let answered = false;
      const asked = post(log.body(5, 9)).finally(() => {
        answered = true;
      });
      await vi.waitFor(async () => {
        const { rows } =
          await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(db);
        expect(answered || rows.length > 0).toBe(true);
      });
      commit();
      expect((await asked).status).toBe(403);
    },
  );

  it('never cosigns two histories, whatever is asked in whatever order', async () => {
    const step = fc.record({
      history: fc.constantFrom('a', 'b'),
      old: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
      size: fc.integer({ min: 0, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const log = await newLog();
        let last: { size: number; root: Hash } | null = null;
        for (const { history, old, size } of steps) {
          const side = new PaperLog(log.origin, history, log.origin);
          const from = old ?? last?.size ?? 0;
          const answer = await post(formatAddCheckpoint(from, side.proof(from, size), side.note(size)));
          const known: number = last?.size ?? 0;
          // What the two histories share is the empty tree alone.
          const same: boolean =
            last === null || last.size === 0 || Buffer.compare(last.root, side.root(last.size)) === 0;
          const expected = from > size ? 400 : from !== known ? 409 : same ? 200 : 422;
          expect(answer.status).toBe(expected);
          if (expected === 200) last = { size, root: side.root(size) };
        }
        const row = await node.kernel.db
          .selectFrom('cosigner')
          .selectAll()
          .where('origin', '=', log.origin)
          .executeTakeFirst();
        expect(row?.size ?? null).toBe((last as { size: number } | null)?.size ?? null);
      }),
      { numRuns: 15 },
    );
  });
});
