import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { commentRoutes } from './routes/comments.tsx';
import { downloadRoutes } from './routes/downloads.ts';
import { draftRoutes } from './routes/drafts.tsx';
import { commitmentFeeds } from './routes/feeds.ts';
import { historyRoutes } from './routes/history.tsx';
import { importRoutes } from './routes/import.tsx';
import { itemRoutes } from './routes/item.tsx';
import { listRoutes } from './routes/list.tsx';
import { publishRoutes } from './routes/publish.tsx';
import { receiptRoutes } from './routes/receipt.tsx';
import { startRoutes } from './routes/start.tsx';
import { viewRoutes } from './routes/views.tsx';
import { withdrawRoutes } from './routes/withdraw.tsx';

/** Pages of the module. Those with fixed names come first: the last ones take any id. */
export function commitmentsRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const all = [
    listRoutes,
    commitmentFeeds,
    downloadRoutes,
    viewRoutes,
    importRoutes,
    startRoutes,
    publishRoutes,
    draftRoutes,
    receiptRoutes,
    withdrawRoutes,
    historyRoutes,
    commentRoutes,
    itemRoutes,
  ];
  for (const routes of all) app.route('/', routes(kernel));
  return app;
}
