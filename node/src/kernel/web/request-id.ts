import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Histogram } from 'prom-client';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from './app-env.ts';
import { loggedPath } from './logged-path.ts';

const FROM_PROXY = /^[A-Za-z0-9-]{8,64}$/;

/** Gives each request an id for the log and the answer (a trusted proxy's own is kept), and measures it. */
export function identifyRequests(
  kernel: Pick<Kernel, 'config' | 'log' | 'metrics'>,
): MiddlewareHandler<AppEnv> {
  const seconds = new Histogram({
    name: 'koinon_http_request_seconds',
    help: 'Time to answer a request, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [kernel.metrics.registry],
  });
  return async (c, next) => {
    const given = kernel.config.trustProxy ? c.req.header('x-request-id') : undefined;
    const requestId = given !== undefined && FROM_PROXY.test(given) ? given : randomBytes(6).toString('hex');
    c.set('requestId', requestId);
    const start = performance.now();
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    const elapsed = performance.now() - start;
    const { status } = c.res;
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    seconds.observe({ method, route: routePath(c, -1), status }, elapsed / 1000);
    kernel.log.debug(
      { requestId, method, path: loggedPath(c.req.path), status, ms: Math.round(elapsed) },
      'request',
    );
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
