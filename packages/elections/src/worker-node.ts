import { parentPort } from 'node:worker_threads';
import { Clerk } from './pool/clerk.ts';

// Entry of a worker thread: see `WorkerPool`.
const clerk = new Clerk();
parentPort?.on('message', (order) => {
  const reply = clerk.take(order);
  if (reply !== undefined) parentPort?.postMessage(reply);
});
