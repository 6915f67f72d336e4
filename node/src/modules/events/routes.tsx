import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { eventFeeds } from './routes/feeds.ts';
import { itemRoutes } from './routes/item.tsx';
import { listRoutes } from './routes/list.tsx';
import { registerRoutes } from './routes/register.tsx';
import { registrationsRoutes } from './routes/registrations.tsx';

/** Pages of the module. Those with fixed names come first: the last ones take any id. */
export function eventsRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const all = [listRoutes, eventFeeds, calendarRoutes, registerRoutes, registrationsRoutes, itemRoutes];
  for (const routes of all) app.route('/', routes(kernel));
  return app;
}
