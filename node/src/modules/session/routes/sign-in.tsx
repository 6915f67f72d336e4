import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { BadToken } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type AppEnv, readForm, safeReturn } from '../../../kernel/web/index.ts';
import { showSignIn } from '../show-sign-in.tsx';

const form = z.object({ token: z.string().trim().max(200), to: z.string().max(2000).optional() });

/** The choice of ways to log in, the field for staff tokens, and the way out. */
export function signInRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const signIn = async (c: Context<AppEnv>, token: string, to: string) => {
    try {
      await c.var.session.signIn(token);
    } catch (error) {
      if (!(error instanceof BadToken)) throw error;
      return await showSignIn(c, kernel, { to, errors: { token: c.var.page.t('error.bad-token') } });
    }
    return c.redirect(to, 303);
  };
  app.get('/sign-in', async (c) => {
    const to = safeReturn(c.req.query('to'), '/');
    const token = c.req.query('token');
    // The demo prints links that log in at once. Elsewhere a token never belongs into an address.
    if (kernel.config.demo && token !== undefined) return await signIn(c, token, to);
    return await showSignIn(c, kernel, { to });
  });
  app.post('/sign-in', async (c) => {
    const result = await readForm(c, kernel, form);
    const to = safeReturn(result.typed.to?.[0], '/');
    if (result.ok) return await signIn(c, result.value.token, to);
    return await showSignIn(c, kernel, { to, errors: { token: c.var.page.t('session.missing') } });
  });
  app.post('/sign-out', async (c) => {
    await c.var.session.signOut();
    return c.redirect('/', 303);
  });
  return app;
}
