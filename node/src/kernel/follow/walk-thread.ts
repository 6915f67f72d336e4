/** The thread in which long walks run: fetching, hashing and signatures away from the thread that serves pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { type GuardOptions, makeFetcher } from '../fetch/index.ts';
import { plainFault } from './fault-transfer.ts';
import { remoteLog } from './remote-log.ts';
import { walkLog } from './walk.ts';
import type { FromThread, ToThread, Window } from './window.ts';

interface Running {
  windows: AsyncGenerator<Window>;
  stopping: AbortController;
}

const fetcher = makeFetcher(workerData as GuardOptions);
const running = new Map<number, Running>();

function answer(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function next(id: number, { windows }: Running): Promise<void> {
  try {
    const { done, value } = await windows.next();
    if (done) running.delete(id);
    answer({ id, window: done ? null : value });
  } catch (error) {
    running.delete(id);
    const fault = plainFault(error);
    answer(
      fault
        ? { id, fault }
        : { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    );
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.type === 'start') {
    const stopping = new AbortController();
    const remote = remoteLog(fetcher, message.walk.prefix, stopping.signal);
    running.set(message.id, { windows: walkLog(message.walk, remote), stopping });
  }
  const walk = running.get(message.id);
  if (walk === undefined) return;
  if (message.type === 'stop') {
    running.delete(message.id);
    walk.stopping.abort();
  } else {
    void next(message.id, walk);
  }
});
