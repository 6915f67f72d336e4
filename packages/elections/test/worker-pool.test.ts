import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { modPow } from '../src/group/modular.ts';
import { type BrowserWorker, Rejection, verifyArchive, WorkerFailure, WorkerPool } from '../src/index.ts';
import { Clerk } from '../src/pool/clerk.ts';
import type { Order, Reply } from '../src/pool/messages.ts';
import { kernel } from './support/kernel.ts';
import {
  archiveOf,
  type BoardSteps,
  countBoard,
  type MadeElection,
  openBoard,
  setUpElection,
  setupOf,
  YES_NO,
} from './support/make-election.ts';
import { threads } from './support/workers.ts';

const BALLOTS = 12;

let made: MadeElection;
let board: BoardSteps;

beforeAll(() => {
  made = setUpElection({ questions: [YES_NO], voters: BALLOTS, arithmetic: kernel });
  const votes = Array.from({ length: BALLOTS }, (_, i) => (i % 2 === 0 ? [[1, 0]] : [[0, 1]]));
  board = countBoard(made, openBoard(made, votes));
});

/** The board with the signatures of these ballots (0 is the first) broken. */
function withBroken(...ballots: number[]): BoardSteps {
  return board.map((step, i): BoardSteps[number] => {
    if (!ballots.includes(i - 1)) return step;
    const json = JSON.parse(step[1][0]!);
    json.signature.proof.response = String(BigInt(json.signature.proof.response) ^ 1n);
    return ['Ballot', [JSON.stringify(json)]];
  });
}

async function rejectionOf(archive: Uint8Array, pool: WorkerPool): Promise<Rejection> {
  const error = await verifyArchive(() => [archive], { arithmetic: kernel, pool }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Rejection);
  return error as Rejection;
}

/** A worker in this thread, as browsers have them, which answers when told to. */
class TameWorker implements BrowserWorker {
  static all: TameWorker[] = [];
  readonly #clerk = new Clerk();
  #listeners = new Map<string, (event: never) => void>();
  readonly replies: Reply[] = [];

  constructor() {
    TameWorker.all.push(this);
  }
  addEventListener(event: string, listener: (event: never) => void): void {
    this.#listeners.set(event, listener);
  }
  postMessage(order: Order): void {
    const reply = this.#clerk.take(structuredClone(order));
    if (reply !== undefined) this.replies.push(reply);
  }
  answer(reply = this.replies.shift()): void {
    this.#listeners.get('message')!({ data: reply } as never);
  }
  break(message: string): void {
    this.#listeners.get('error')!({ message } as never);
  }
  terminate(): void {}
}

function tamePool(workers: number): { pool: WorkerPool; tame: TameWorker[] } {
  TameWorker.all = [];
  const pool = new WorkerPool(() => new TameWorker(), { workers });
  return { pool, tame: TameWorker.all };
}

/** Lets the tame workers answer, the latest jobs first, until the verification is over; counts jobs that wait at once. */
async function work(tame: TameWorker[], verification: Promise<unknown>): Promise<number> {
  let over = false;
  let most = 0;
  const end = () => {
    over = true;
  };
  verification.then(end, end);
  while (!over) {
    most = Math.max(
      most,
      tame.reduce((sum, { replies }) => sum + replies.length, 0),
    );
    const busy = tame.findLast(({ replies }) => replies.length > 0);
    if (busy) busy.answer(busy.replies.pop());
    await new Promise((resolve) => setImmediate(resolve));
  }
  return most;
}

describe('a pool of worker threads', () => {
  it('verifies as one thread does, several elections one after the other and side by side', async () => {
    const pool = threads(2);
    const archive = archiveOf(board);
    const alone = await verifyArchive(() => [archive], { arithmetic: kernel });
    const options = { arithmetic: kernel, pool };
    const reports = await Promise.all([
      verifyArchive(() => [archive], options),
      verifyArchive(() => [archive.subarray(0, 5000), archive.subarray(5000)], options),
    ]);
    expect(reports).toEqual([alone, alone]);
    expect(await verifyArchive(() => [archive], options)).toEqual(alone);
    await pool.close();
  });

  it('says so where a worker ends in the middle', async () => {
    const dying = 'require("node:worker_threads").parentPort.on("message", (o) => o.job && process.exit(3));';
    const pool = new WorkerPool(() => new Worker(dying, { eval: true }), { workers: 2 });
    const verification = verifyArchive(() => [archiveOf(board)], { arithmetic: kernel, pool });
    await expect(verification).rejects.toThrow(new WorkerFailure('it ended with code 3'));
    await pool.close();
  });

  it('says so where a worker throws, or cannot be started', async () => {
    const pool = new WorkerPool(() => new Worker('throw new Error("no memory")', { eval: true }), {
      workers: 1,
    });
    const verification = verifyArchive(() => [archiveOf(board)], { arithmetic: kernel, pool });
    await expect(verification).rejects.toThrow('A worker of the verification failed: no memory');
    await pool.close();
    const missing = () => {
      throw new Error('no such file');
    };
    expect(() => new WorkerPool(missing, { workers: 1 })).toThrow(WorkerFailure);
  });

  it('fails a verification whose pool is closed', async () => {
    const pool = threads(1);
    await pool.close();
    await expect(verifyArchive(() => [archiveOf(board)], { arithmetic: kernel, pool })).rejects.toThrow(
      'the pool was closed',
    );
  });
});

describe('a pool', () => {
  it('leaves no more jobs waiting than its workers need', async () => {
    const { pool, tame } = tamePool(2);
    const archive = archiveOf(board);
    const verification = verifyArchive(() => [archive], { arithmetic: kernel, pool });
    const most = await work(tame, verification);
    expect((await verification).counted).toBe(BALLOTS);
    // A piece of the archive holds up to three ballots of this election, which come in one go.
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(pool.capacity + 3);
  });

  it('names the first of several wrong ballots, whatever the order of the answers', async () => {
    for (const broken of [
      [2, 3],
      [5, 4],
      [0, 11],
      [7, 8, 9],
    ]) {
      const archive = archiveOf(withBroken(...broken));
      const { pool, tame } = tamePool(3);
      const verdict = rejectionOf(archive, pool);
      await work(tame, verdict);
      expect(await verdict).toMatchObject({ code: 'ballot.signature', event: Math.min(...broken) + 1 });
    }
  });

  it('names a wrong ballot rather than what is wrong after it', async () => {
    const broken = withBroken(BALLOTS - 1);
    const { pool, tame } = tamePool(1);
    const twice = rejectionOf(archiveOf([...broken.slice(0, BALLOTS + 1), broken[1]!]), pool);
    await work(tame, twice);
    expect(await twice).toMatchObject({ code: 'ballot.signature', event: BALLOTS });
    const cut = archiveOf(withBroken(BALLOTS - 2).slice(0, BALLOTS + 1));
    const truncated = rejectionOf(cut.subarray(0, cut.length - 512), pool);
    await work(tame, truncated);
    expect(await truncated).toMatchObject({ code: 'ballot.signature', event: BALLOTS - 1 });
  });

  it('names what is wrong before a wrong ballot', async () => {
    const [setup, first, second, ...rest] = withBroken(1);
    const { pool, tame } = tamePool(1);
    const twice = rejectionOf(archiveOf([setup!, first!, first!, second!, ...rest]), pool);
    await work(tame, twice);
    expect(await twice).toMatchObject({ code: 'ballot.duplicate', event: 2 });
  });

  it('finds a voter outside of the group among many', async () => {
    const { p } = made.election.group;
    const [, [electionText, trusteesText]] = board[0]!;
    const list = Array.from({ length: 100 }, () => {
      const x = BigInt(`0x${randomBytes(255).toString('hex')}`);
      return modPow(x, (p - 1n) / made.election.group.q, p);
    });
    list[70] = p - 1n;
    const text = JSON.stringify(list.map(String));
    const { pool, tame } = tamePool(2);
    const verdict = rejectionOf(archiveOf([setupOf(electionText!, trusteesText!, text)]), pool);
    await work(tame, verdict);
    expect(await verdict).toMatchObject({ code: 'credentials.not-in-group', event: 0 });
  });

  it('fails where a browser reports an error of a worker', async () => {
    const { pool, tame } = tamePool(2);
    const verification = verifyArchive(() => [archiveOf(board)], { arithmetic: kernel, pool });
    tame[1]!.break('out of memory');
    await expect(verification).rejects.toThrow('A worker of the verification failed: out of memory');
  });
});
