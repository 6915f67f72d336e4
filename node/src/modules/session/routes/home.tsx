import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { LEVELS } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import {
  browserOf,
  CALLBACK,
  HomeLoginError,
  LoginNotBegun,
  markBrowser,
  rememberHome,
} from '../../../kernel/login/index.ts';
import { type AppEnv, NotFound, safeReturn } from '../../../kernel/web/index.ts';
import { finishLogin } from '../finish-login.ts';
import { HomeFailurePage } from '../pages/home-failure-page.tsx';

const level = z.enum(LEVELS).catch('none');

/** Login of guests: off to the home node by a plain link, and back. */
export function homeRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/login/home/:host', async (c) => {
    const partner = await kernel.trust.partner(c.req.param('host'));
    if (partner === null) throw new NotFound('partner');
    const asked = level.parse(c.req.query('level'));
    const least = kernel.config.login?.guests ?? { level: 'none' };
    const needs = LEVELS.indexOf(asked) > LEVELS.indexOf(least.level) ? { level: asked } : least;
    const to = safeReturn(c.req.query('to'), '/');
    try {
      const url = await kernel.login.home.begin(partner.node, { needs, to, browser: markBrowser(c, kernel) });
      rememberHome(c, kernel, partner.host);
      return c.redirect(url.href, 303);
    } catch (error) {
      return await showFailure(c, kernel, error, to);
    }
  });
  app.get(CALLBACK, async (c) => {
    const url = new URL(kernel.identity.origin + CALLBACK);
    url.search = new URL(c.req.url).search;
    try {
      const { to, ...guest } = await kernel.login.home.finish(url, browserOf(c, kernel));
      return await finishLogin(c, kernel, { ...guest, method: 'home' }, to);
    } catch (error) {
      return await showFailure(c, kernel, error, '/');
    }
  });
  return app;
}

async function showFailure(c: Context<AppEnv>, kernel: Kernel, error: unknown, to: string) {
  if (!(error instanceof HomeLoginError || error instanceof LoginNotBegun)) throw error;
  const { code, message, detail, status } = error;
  kernel.log.info({ requestId: c.var.requestId, code, reason: message, ...detail }, 'a guest was not let in');
  const home = error instanceof HomeLoginError ? await kernel.trust.partner(error.home) : null;
  return c.html(<HomeFailurePage page={c.var.page} error={error} home={home} to={to} />, status as 403);
}
