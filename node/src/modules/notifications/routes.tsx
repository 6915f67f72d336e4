import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { newsFeeds } from './routes/feeds.ts';
import { followRoutes } from './routes/follow.tsx';
import { letterRoutes } from './routes/letters.tsx';
import { overviewRoutes } from './routes/overview.tsx';

export function notificationsRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const routes of [overviewRoutes, followRoutes, letterRoutes, newsFeeds])
    app.route('/', routes(kernel));
  return app;
}
