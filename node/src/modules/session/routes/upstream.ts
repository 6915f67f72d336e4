import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { browserOf, markBrowser, ownLogin } from '../../../kernel/login/index.ts';
import { type AppEnv, NotFound, safeReturn } from '../../../kernel/web/index.ts';
import { finishLogin } from '../finish-login.ts';

/** Login by an OpenID Provider that the operator set up, such as the national eID. */
export function upstreamRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const find = (id: string) => {
    const upstream = kernel.login.upstream.find(({ method }) => method.id === id);
    if (upstream === undefined) throw new NotFound('login method');
    return upstream;
  };
  app.get('/login/with/:id', async (c) => {
    const to = safeReturn(c.req.query('to'), '/');
    const url = await find(c.req.param('id')).begin({ to, browser: markBrowser(c, kernel) });
    return c.redirect(url.href, 303);
  });
  app.get('/login/with/:id/callback', async (c) => {
    const upstream = find(c.req.param('id'));
    const url = new URL(upstream.callback);
    url.search = new URL(c.req.url).search;
    const { to, ...recognised } = await upstream.finish(url, browserOf(c, kernel));
    return await finishLogin(c, kernel, await ownLogin(kernel, recognised), to);
  });
  return app;
}
