import type { MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from '../web/app-env.ts';
import { CatchingUp } from './error.ts';
import { pendingRestore } from './finish-restore.ts';

/** What partners need to let a restored node catch up, what operators need to watch it, and how its error page looks. */
const ALLOWED = /^\/(log|witness|\.well-known|health|metrics|assets)(\/|$)/;
const LOOK_EVERY_MS = 1000;

export interface Gate {
  readonly middleware: MiddlewareHandler<AppEnv>;
  stop(): void;
}

/**
 * Keeps a restored node from serving anything that may have been erased since its backup, and from taking acts that may
 * build on it: until it has caught up, everything else answers 503.
 */
export async function gateUntilCaughtUp(kernel: Kernel): Promise<Gate> {
  let closed = (await pendingRestore(kernel.db)) !== null;
  if (!closed) return { middleware: (_c, next) => next(), stop: () => {} };
  kernel.health.set('restore', 'catching-up', 'waiting to learn what has happened since the backup');
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
    middleware: async (c, next) => {
      if (closed && !ALLOWED.test(c.req.path)) throw new CatchingUp();
      await next();
    },
    stop: () => clearInterval(timer),
  };
}
