import { Worker } from 'node:worker_threads';
import type { Fetcher, GuardOptions } from '../fetch/index.ts';
import { faultOf } from './fault-transfer.ts';
import { remoteLog } from './remote-log.ts';
import { walkLog } from './walk.ts';
import type { FromThread, ToThread, Walk, Window } from './window.ts';

/** Walks of at most this many entries are not worth a thread. */
const SHORT_WALK = 256;
/** A thread costs some tens of megabytes: it goes when nobody walked for a while. */
const IDLE_MS = 30_000;

/** Carries out walks, short ones here and long ones in a thread. */
export interface Walker {
  walk(walk: Walk, signal: AbortSignal): AsyncGenerator<Window>;
  stop(): Promise<void>;
}

export function makeWalker(fetcher: Fetcher, guard: GuardOptions & { userAgent?: string }): Walker {
  let thread: WalkThread | undefined;
  let walking = 0;
  let idle: NodeJS.Timeout | undefined;

  async function* inThread(walk: Walk, signal: AbortSignal): AsyncGenerator<Window> {
    clearTimeout(idle);
    thread ??= new WalkThread(guard);
    const current = thread;
    walking++;
    try {
      yield* current.walk(walk, signal);
    } catch (error) {
      if (current.ended && thread === current) thread = undefined;
      throw error;
    } finally {
      if (--walking === 0) idle = setTimeout(() => void stop(), IDLE_MS).unref();
    }
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = thread;
    thread = undefined;
    await ending?.end();
  }

  return {
    walk: (walk, signal) =>
      walk.target.size - walk.held.size <= SHORT_WALK
        ? walkLog(walk, remoteLog(fetcher, walk.prefix, signal))
        : inThread(walk, signal),
    stop,
  };
}

type Heard = (message: Exclude<FromThread, { failure: string }> | { failure: string }) => void;

class WalkThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Heard>();
  #lastId = 0;
  ended = false;

  constructor(guard: GuardOptions & { userAgent?: string }) {
    this.#worker = new Worker(new URL('./walk-thread.ts', import.meta.url), { workerData: guard });
    this.#worker.unref();
    this.#worker.on('message', (message: FromThread) => this.#waiting.get(message.id)?.(message));
    const ended = (why: string) => {
      this.ended = true;
      for (const heard of this.#waiting.values()) heard({ failure: why });
    };
    this.#worker.on('error', (error) => ended(error.stack ?? error.message));
    this.#worker.on('exit', (code) => ended(`the thread ended with ${code}`));
  }

  async *walk(walk: Walk, signal: AbortSignal): AsyncGenerator<Window> {
    const id = ++this.#lastId;
    const send = (message: ToThread) => this.#worker.postMessage(message);
    const ask = (message: ToThread) =>
      new Promise<Window | null>((resolve, reject) => {
        const abort = () => reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        this.#waiting.set(id, (answer) => {
          signal.removeEventListener('abort', abort);
          if ('window' in answer) resolve(answer.window);
          else reject('fault' in answer ? faultOf(answer.fault) : new Error(answer.failure));
        });
        if (signal.aborted) abort();
        else if (this.ended) reject(new Error('the thread has ended'));
        else send(message);
      });
    try {
      let coming = ask({ id, type: 'start', walk });
      for (;;) {
        const window = await coming;
        if (window === null) return;
        // The thread works on the next window while this one is stored.
        coming = ask({ id, type: 'next' });
        coming.catch(() => {});
        yield window;
      }
    } finally {
      this.#waiting.delete(id);
      if (!this.ended) send({ id, type: 'stop' });
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
