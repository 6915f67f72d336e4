import type { Hono, NotFoundHandler } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import type { AppEnv } from './app-env.ts';
import { MethodNotAllowed, NotFound } from './error.ts';

/** Answers what no route took: 405 with `Allow` where the path exists for other methods, else 404. */
export function refuseUnrouted(app: Hono<AppEnv>): NotFoundHandler<AppEnv> {
  let router: TrieRouter<readonly string[]> | undefined;
  return (c) => {
    router ??= methodsByPath(app);
    const allowed = new Set(router.match('ALL', c.req.path)[0].flatMap(([methods]) => methods));
    if (allowed.size > 0 && !allowed.has(c.req.method))
      throw new MethodNotAllowed(c.req.method, [...allowed]);
    throw new NotFound('page');
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
