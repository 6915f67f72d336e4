import type { Context } from 'hono';
import { Hono } from 'hono';
import { actorId } from '../../identity/actor.ts';
import { require } from '../../identity/can.ts';
import type { Kernel } from '../../kernel.ts';
import { IdempotencyKeyBusy } from '../api-error.ts';
import type { ApiAnswer, ApiRoute } from '../api-route.ts';
import type { AppEnv } from '../app-env.ts';
import { answerOf, waitLogged, writeAnswer } from './answer.ts';
import { type KeyedRequest, keyedRequest } from './idempotency.ts';
import { makeOpenApi } from './openapi.ts';
import { readRequest } from './request.ts';
import { write } from './write.ts';

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
  const running = new Set<string>();
  const description = JSON.stringify(makeOpenApi(kernel, routes));
  api.get('/openapi.json', (c) => c.body(description, 200, { 'Content-Type': 'application/json' }));
  for (const { route } of routes) {
    api.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), (c) =>
      handle(c, kernel, route, running),
    );
  }
  app.route(API_PREFIX, api);
}

async function handle(
  c: Context<AppEnv>,
  kernel: Kernel,
  route: ApiRoute,
  running: Set<string>,
): Promise<Response> {
  const { actor } = c.var;
  if (route.permission !== undefined) require(actor, route.permission);
  const { request, text, wait } = await readRequest(c, kernel, route);
  const toAnswer = (answer: ApiAnswer<unknown>) => answerOf(c, route, request, answer);
  if (route.method === 'get') return writeAnswer(c, toAnswer(await route.handle(request)));
  const keyed = keyedOf(c, text);
  const { answer, repeated } = await alone(running, keyed, () =>
    write(kernel, route, request, keyed, toAnswer),
  );
  if (repeated) c.header('Idempotency-Replayed', 'true');
  return writeAnswer(c, wait ? await waitLogged(kernel, answer) : answer);
}

function keyedOf(c: Context<AppEnv>, body: string): KeyedRequest | null {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return null;
  const { method, url } = c.req;
  const ifMatch = c.req.header('if-match');
  return keyedRequest({ actor: actorId(c.var.actor), key }, { method, url, ifMatch, body });
}

/** Tells a repetition to wait at once, also while the first has not reached its transaction. */
async function alone<T>(
  running: Set<string>,
  keyed: KeyedRequest | null,
  work: () => Promise<T>,
): Promise<T> {
  if (keyed === null) return await work();
  const name = JSON.stringify([keyed.actor, keyed.key]);
  if (running.has(name)) throw new IdempotencyKeyBusy();
  running.add(name);
  try {
    return await work();
  } finally {
    running.delete(name);
  }
}
