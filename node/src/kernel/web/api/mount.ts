import type { Context } from 'hono';
import { Hono } from 'hono';
import { actorId } from '../../identity/actor.ts';
import { require } from '../../identity/can.ts';
import type { Kernel } from '../../kernel.ts';
import type { ApiRoute } from '../api-route.ts';
import type { AppEnv } from '../app-env.ts';
import { answerOf, waitLogged, writeAnswer } from './answer.ts';
import { once, type StoredAnswer } from './idempotency.ts';
import { makeOpenApi } from './openapi.ts';
import { readRequest } from './request.ts';

export const API_PREFIX = '/api/v1';

/** Every route of every module with the module's name, in the order of modules. */
export function apiRoutesOf(kernel: Kernel): Array<{ module: string; route: ApiRoute }> {
  return kernel.modules.modules.flatMap((module) =>
    (module.api?.(kernel) ?? []).map((route) => ({ module: module.name, route })),
  );
}

/** Mounts the REST API of all modules, and its description. */
export function mountApi(app: Hono<AppEnv>, kernel: Kernel): void {
  const routes = apiRoutesOf(kernel);
  const api = new Hono<AppEnv>();
  api.use(async (c, next) => {
    await next();
    // Public data may be read by scripts of any site; no cookie of ours counts here.
    c.res.headers.set('Access-Control-Allow-Origin', '*');
    c.res.headers.set('Access-Control-Expose-Headers', 'ETag, Link, Location, Retry-After, X-Request-Id');
    c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  const description = JSON.stringify(makeOpenApi(kernel, routes));
  api.get('/openapi.json', (c) => c.body(description, 200, { 'Content-Type': 'application/json' }));
  for (const { route } of routes) {
    api.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), (c) =>
      handle(c, kernel, route),
    );
  }
  app.route(API_PREFIX, api);
}

async function handle(c: Context<AppEnv>, kernel: Kernel, route: ApiRoute): Promise<Response> {
  const { actor } = c.var;
  if (route.permission !== undefined) require(actor, route.permission);
  const { request, text, wait } = await readRequest(c, kernel, route);
  const work = async (): Promise<StoredAnswer> => answerOf(c, route, request, await route.handle(request));
  const key = route.method === 'get' ? undefined : c.req.header('idempotency-key');
  let answer: StoredAnswer;
  if (key === undefined) answer = await work();
  else {
    const asked = { actor: actorId(actor), key, method: route.method, path: c.req.path, body: text };
    const { answer: first, repeated } = await once(kernel, asked, work);
    if (repeated) c.header('Idempotency-Replayed', 'true');
    answer = first;
  }
  return writeAnswer(c, wait ? await waitLogged(kernel, answer) : answer);
}
