import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { BadToken } from '../../kernel/identity/index.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { type AppEnv, readForm, safeReturn } from '../../kernel/web/index.ts';
import { SignInPage } from './pages/sign-in-page.tsx';

const form = z.object({ token: z.string().trim().max(200), to: z.string().max(2000).optional() });

export function sessionPages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/sign-in', async (c) => {
    const to = safeReturn(c.req.query('to'), '/');
    const token = c.req.query('token');
    // The demo prints links that log in at once. Elsewhere a token never belongs into an address.
    if (kernel.config.demo && token !== undefined) return await signIn(c, token, to);
    return c.html(<SignInPage page={c.var.page} to={to} />);
  });
  app.post('/sign-in', async (c) => {
    const result = await readForm(c, kernel, form);
    const to = safeReturn(result.typed.to?.[0], '/');
    if (result.ok) return await signIn(c, result.value.token, to);
    return c.html(<SignInPage page={c.var.page} to={to} error={c.var.page.t('session.missing')} />, 422);
  });
  app.post('/sign-out', async (c) => {
    await c.var.session.signOut();
    return c.redirect('/', 303);
  });
  return app;
}

async function signIn(c: Context<AppEnv>, token: string, to: string) {
  try {
    await c.var.session.signIn(token);
  } catch (error) {
    if (!(error instanceof BadToken)) throw error;
    return c.html(<SignInPage page={c.var.page} to={to} error={c.var.page.t('error.bad-token')} />, 422);
  }
  return c.redirect(to, 303);
}
