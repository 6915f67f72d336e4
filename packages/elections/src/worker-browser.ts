import { Clerk } from './pool/clerk.ts';
import type { Order } from './pool/messages.ts';

// Entry of a Web Worker: see `WorkerPool`.
declare const self: {
  addEventListener(type: 'message', listener: (event: { data: Order }) => void): void;
  postMessage(message: unknown): void;
};

const clerk = new Clerk();
self.addEventListener('message', ({ data }) => {
  const reply = clerk.take(data);
  if (reply !== undefined) self.postMessage(reply);
});
