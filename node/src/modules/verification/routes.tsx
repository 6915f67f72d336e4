import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/index.ts';
import { HowPage } from './pages/how-page.tsx';
import { loadExample } from './read.ts';

export function verificationPages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/how-checking-works', async (c) =>
    c.html(<HowPage page={c.var.page} example={await loadExample(kernel)} />),
  );
  return app;
}
