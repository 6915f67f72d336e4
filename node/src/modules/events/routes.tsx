import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { afterRoutes } from './routes/after.tsx';
import { calendarRoutes } from './routes/calendars.ts';
import { draftRoutes } from './routes/drafts.tsx';
import { eventFeeds } from './routes/feeds.ts';
import { itemRoutes } from './routes/item.tsx';
import { listRoutes } from './routes/list.tsx';
import { outcomeRoutes } from './routes/outcome.tsx';
import { registerRoutes } from './routes/register.tsx';
import { registrationsRoutes } from './routes/registrations.tsx';
import { startRoutes } from './routes/start.tsx';

/** Pages of the module. Those with fixed names come first: the last ones take any id. */
export function eventsRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const all = [
    ...[listRoutes, eventFeeds, calendarRoutes, startRoutes, draftRoutes, registerRoutes],
    ...[registrationsRoutes, outcomeRoutes, afterRoutes, itemRoutes],
  ];
  for (const routes of all) app.route('/', routes(kernel));
  return app;
}
