import { parentPort } from 'node:worker_threads';
import { opensslPower } from './crypto-node/openssl-power.ts';
import { Clerk } from './pool/clerk.ts';

// Entry of a worker thread: see `WorkerPool`.
const clerk = new Clerk(opensslPower());
parentPort?.on('message', (order) => {
  const reply = clerk.take(order);
  if (reply !== undefined) parentPort?.postMessage(reply);
});
