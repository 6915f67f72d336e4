import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { downloadRoutes } from './routes/downloads.ts';
import { commitmentFeeds } from './routes/feeds.ts';
import { itemRoutes } from './routes/item.tsx';
import { listRoutes } from './routes/list.tsx';

/** Pages of the module. Those with fixed names come first: the last ones take any id. */
export function commitmentsRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const routes of [listRoutes, commitmentFeeds, downloadRoutes, itemRoutes])
    app.route('/', routes(kernel));
  return app;
}
