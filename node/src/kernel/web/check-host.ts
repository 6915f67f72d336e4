import type { MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from './app-env.ts';
import { ForeignHost } from './error.ts';

/** Probes and scrapers address a process by its IP; neither path shows more than it does under the node's own name. */
const ANY_HOST = new Set(['/health', '/metrics']);

/** Refuses requests for another host (RFC 9110, 15.5.20): a foreign name that points here must not become this node. */
export function checkHost(kernel: Pick<Kernel, 'identity' | 'config'>): MiddlewareHandler<AppEnv> {
  const { origin } = kernel.identity;
  const { host, protocol } = new URL(origin);
  const withPort =
    host.includes(':') && !host.endsWith(']') ? host : `${host}:${protocol === 'https:' ? 443 : 80}`;
  return async (c, next) => {
    if (ANY_HOST.has(c.req.path)) return next();
    const forwarded = kernel.config.trustProxy ? c.req.header('x-forwarded-host') : undefined;
    const asked = (forwarded ?? c.req.header('host') ?? new URL(c.req.url).host).toLowerCase();
    if (asked !== host && asked !== withPort) throw new ForeignHost(asked.slice(0, 255), origin);
    return next();
  };
}
