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
    // An absolute target counts more than `Host` (RFC 9112, 3.2.2): both must name this node.
    const asked =
      forwarded === undefined ? [new URL(c.req.url).host, c.req.header('host') ?? host] : [forwarded];
    const foreign = asked
      .map((name) => name.toLowerCase())
      .find((name) => name !== host && name !== withPort);
    if (foreign !== undefined) throw new ForeignHost(foreign.slice(0, 255), origin);
    return next();
  };
}
