import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { adoptRoutes } from './routes/adopt.tsx';
import { draftRoutes } from './routes/drafts.tsx';
import { practiceFeeds } from './routes/feeds.ts';
import { historyRoutes } from './routes/history.tsx';
import { importRoutes } from './routes/import.tsx';
import { itemRoutes } from './routes/item.tsx';
import { listRoutes } from './routes/list.tsx';
import { publishRoutes } from './routes/publish.tsx';
import { receiptRoutes } from './routes/receipt.tsx';
import { startRoutes } from './routes/start.tsx';
import { withdrawRoutes } from './routes/withdraw.tsx';

/** Pages of the module. Those with fixed names come first: the last ones take any id or slug. */
export function practicesRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const routes of [
    listRoutes,
    practiceFeeds,
    importRoutes,
    startRoutes,
    publishRoutes,
    draftRoutes,
    adoptRoutes,
    withdrawRoutes,
    receiptRoutes,
    historyRoutes,
    itemRoutes,
  ]) {
    app.route('/', routes(kernel));
  }
  return app;
}
