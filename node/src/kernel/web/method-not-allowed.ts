import type { Hono, MiddlewareHandler } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import type { AppEnv } from './app-env.ts';
import { MethodNotAllowed, NotFound } from './error.ts';

const SAFE = new Set(['GET', 'HEAD']);

/**
 * Refuses what no route takes, before a form is read or asked for its token: 405 with `Allow` where the path exists for
 * other methods, 404 where it does not exist. Reading goes on to the routes, which know better what exists.
 */
export function requireRoute(app: Hono<AppEnv>): MiddlewareHandler<AppEnv> {
  let router: TrieRouter<readonly string[]> | undefined;
  return async (c, next) => {
    router ??= methodsByPath(app);
    const allowed = new Set(router.match('ALL', c.req.path)[0].flatMap(([methods]) => methods));
    if (allowed.size > 0 && !allowed.has(c.req.method))
      throw new MethodNotAllowed(c.req.method, [...allowed]);
    if (allowed.size === 0 && !SAFE.has(c.req.method)) throw new NotFound('page');
    return next();
  };
}

function methodsByPath(app: Hono<AppEnv>): TrieRouter<readonly string[]> {
  const methods = new Map<string, Set<string>>();
  for (const route of app.routes) {
    if (route.method === 'ALL') continue;
    const known = methods.get(route.path) ?? new Set<string>();
    known.add(route.method);
    if (route.method === 'GET') known.add('HEAD');
    methods.set(route.path, known);
  }
  const router = new TrieRouter<readonly string[]>();
  for (const [path, known] of methods) router.add('ALL', path, [...known]);
  return router;
}
