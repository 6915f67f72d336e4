import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import { type AppEnv, apiRoutesOf } from '../../kernel/web/index.ts';
import { ApiPage } from './pages/api-page.tsx';
import { errorCodes, routeGroups } from './read.ts';

export function apiPages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const groups = routeGroups(apiRoutesOf(kernel));
  const codes = errorCodes(kernel);
  app.get('/api', (c) => c.html(<ApiPage page={c.var.page} groups={groups} codes={codes} />));
  return app;
}
