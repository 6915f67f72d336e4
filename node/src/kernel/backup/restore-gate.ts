import type { Answer } from '../http-server.ts';
import type { Kernel } from '../kernel.ts';
import { pendingRestore } from './finish-restore.ts';

/** What partners need to let a restored node catch up, and what operators need to watch it. */
const ALLOWED = /^\/(log|witness|\.well-known|health|metrics)(\/|$)/;
const LOOK_EVERY_MS = 1000;

/**
 * Keeps a restored node from serving anything that may have been erased since its backup: until it has caught up, pages
 * and records answer 503.
 */
export async function gateUntilCaughtUp(
  kernel: Kernel,
  answer: Answer,
): Promise<{ answer: Answer; stop(): void }> {
  let closed = (await pendingRestore(kernel.db)) !== null;
  if (!closed) return { answer, stop: () => {} };
  kernel.health.set('restore', 'recovering', 'waiting to learn what has happened since the backup');
  const timer = setInterval(() => {
    pendingRestore(kernel.db).then(
      (restored) => {
        if (restored !== null) return;
        closed = false;
        kernel.health.set('restore', 'ok');
        clearInterval(timer);
      },
      () => {},
    );
  }, LOOK_EVERY_MS);
  return {
    answer: (request, bindings) =>
      closed && !ALLOWED.test(new URL(request.url).pathname) ? notYet() : answer(request, bindings),
    stop: () => clearInterval(timer),
  };
}

function notYet(): Response {
  return new Response(
    'This node was restored from a backup and is catching up with its partners. Try again soon.\n',
    {
      status: 503,
      headers: {
        'Retry-After': '10',
        'Cache-Control': 'no-store',
        'Content-Type': 'text/plain; charset=utf-8',
      },
    },
  );
}
