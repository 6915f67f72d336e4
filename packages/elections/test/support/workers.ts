import { Worker } from 'node:worker_threads';
import { WorkerPool } from '../../src/index.ts';
import { kernels } from './kernel.ts';

const entry = new URL('../../src/worker-node.ts', import.meta.url);

/** A pool of real worker threads on the committed kernels. */
export function threads(workers: number): WorkerPool {
  return new WorkerPool(() => new Worker(entry), { workers, kernels });
}
