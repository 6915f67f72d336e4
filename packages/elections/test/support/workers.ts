import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { WorkerPool } from '../../src/index.ts';

const entry = new URL('../../src/worker-node.ts', import.meta.url);
const kernel = readFileSync(new URL('../../kernel/kernel.wasm', import.meta.url));

/** A pool of real worker threads on the committed kernel. */
export function threads(workers: number): WorkerPool {
  return new WorkerPool(() => new Worker(entry), { workers, kernel });
}
