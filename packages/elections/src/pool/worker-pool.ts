import { Rejection, WorkerFailure } from '../error.ts';
import type { Job, Order, Reply } from './messages.ts';
import { type BrowserWorker, handleOf, type NodeWorker, type WorkerHandle } from './worker-handle.ts';

/** Jobs at a worker at once: enough that it never waits for the next one. */
const JOBS_EACH = 4;

type JobOf<T> = T extends Job ? Omit<T, 'job'> : never;
type Done = (rejection: Rejection | undefined) => void;

interface Seat {
  handle: WorkerHandle;
  jobs: Map<number, Done>;
}

export interface WorkerPoolOptions {
  /** How many workers to start. */
  workers: number;
  /** Kernels as `loadKernel` takes them; without any the workers reckon in BigInt. */
  kernels?: readonly Uint8Array[];
}

/**
 * Workers that check ballots for `verifyArchive`. The package opens no worker by itself: `spawn` starts one on the module
 * `@koinon/elections/worker`, with `node:worker_threads` or in a browser. A worker that ends before its time makes every
 * verification of the pool fail with `WorkerFailure`. Several verifications may share a pool. Close it at the end.
 *
 * @example
 * const url = new URL(import.meta.resolve('@koinon/elections/worker'));
 * const pool = new WorkerPool(() => new Worker(url), { workers: 2, kernels });
 * try {
 *   await verifyArchive(() => createReadStream('election.bel'), { arithmetic: loadKernel(...kernels), pool });
 * } finally {
 *   await pool.close();
 * }
 */
export class WorkerPool {
  readonly #seats: Seat[] = [];
  #sessions = 0;
  #jobs = 0;
  #failure: WorkerFailure | undefined;
  #waiting: (() => void)[] = [];

  /** @throws WorkerFailure where `spawn` throws */
  constructor(spawn: () => NodeWorker | BrowserWorker, { workers, kernels = [] }: WorkerPoolOptions) {
    if (!Number.isInteger(workers) || workers < 1) throw new RangeError('a pool needs at least one worker');
    for (let i = 0; i < workers; i++) this.#seats.push(this.#seat(spawn));
    if (kernels.length > 0) this.#tellAll({ type: 'kernels', list: kernels });
  }

  #seat(spawn: () => NodeWorker | BrowserWorker): Seat {
    const jobs = new Map<number, Done>();
    try {
      const handle = handleOf(
        spawn(),
        (reply) => this.#replied(jobs, reply),
        (why) => this.#fail(why),
      );
      return { handle, jobs };
    } catch (error) {
      void this.close();
      throw new WorkerFailure('it could not be started', { cause: error });
    }
  }

  /** Most jobs that a verification should leave unanswered. */
  get capacity(): number {
    return JOBS_EACH * this.#seats.length;
  }

  /** Tells all workers of an election. @returns the number by which jobs name it */
  begin(electionText: string): number {
    const session = ++this.#sessions;
    this.#tellAll({ type: 'election', session, text: electionText });
    return session;
  }

  end(session: number): void {
    this.#tellAll({ type: 'end', session });
  }

  /** Gives a job to the worker that has the fewest; `done` is called when it is answered, unless a worker fails. */
  submit(job: JobOf<Job>, done: Done): void {
    if (this.#failure !== undefined) return;
    const seat = this.#seats.reduce((least, other) => (other.jobs.size < least.jobs.size ? other : least));
    const number = ++this.#jobs;
    seat.jobs.set(number, done);
    seat.handle.send({ ...job, job: number });
  }

  /** Waits for the next answer. @throws WorkerFailure */
  async answered(): Promise<void> {
    if (this.#failure === undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Stops the workers. Verifications that still run fail. */
  async close(): Promise<void> {
    this.#failure ??= new WorkerFailure('the pool was closed');
    this.#wake();
    await Promise.all(this.#seats.map(({ handle }) => handle.stop()));
  }

  #tellAll(order: Order): void {
    if (this.#failure !== undefined) return;
    for (const { handle } of this.#seats) handle.send(order);
  }

  #replied(jobs: Map<number, Done>, { job, rejection, failure }: Reply): void {
    const done = jobs.get(job);
    jobs.delete(job);
    if (failure !== undefined) this.#fail(failure);
    else done?.(rejection && new Rejection(rejection.code, rejection.sentence));
    this.#wake();
  }

  #fail(why: string): void {
    if (this.#failure !== undefined) return;
    this.#failure = new WorkerFailure(why);
    for (const { handle } of this.#seats) handle.stop();
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
