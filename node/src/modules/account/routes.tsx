import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/index.ts';
import { dataRoutes } from './routes/data.tsx';
import { eraseRoutes } from './routes/erase.tsx';
import { overviewRoutes } from './routes/overview.tsx';

export function accountRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.route('/', overviewRoutes(kernel));
  app.route('/', dataRoutes(kernel));
  app.route('/', eraseRoutes(kernel));
  return app;
}
