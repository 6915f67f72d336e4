import type { Order, Reply } from './messages.ts';

/** A `Worker` of `node:worker_threads`, as far as the pool needs it. */
export interface NodeWorker {
  on(event: string, listener: (value: unknown) => void): unknown;
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** A `Worker` of a browser, as far as the pool needs it. */
export interface BrowserWorker {
  addEventListener(event: string, listener: (event: never) => void): void;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** One worker of either kind. */
export interface WorkerHandle {
  send(order: Order): void;
  stop(): unknown;
}

/** `failed` is called where the worker ends, for whatever reason. */
export function handleOf(
  worker: NodeWorker | BrowserWorker,
  replied: (reply: Reply) => void,
  failed: (why: string) => void,
): WorkerHandle {
  if ('on' in worker) {
    worker.on('message', (reply) => replied(reply as Reply));
    worker.on('error', (error) => failed(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => failed(`it ended with code ${code}`));
  } else {
    worker.addEventListener('message', ({ data }: { data: Reply }) => replied(data));
    worker.addEventListener('error', ({ message }: { message?: string }) =>
      failed(message ?? 'its script could not be loaded'),
    );
    worker.addEventListener('messageerror', () => failed('a message could not be read'));
  }
  return { send: (order) => worker.postMessage(order), stop: () => worker.terminate() };
}
