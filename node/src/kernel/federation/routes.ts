import { JWT_KINDS } from '@koinon/trust';
import { Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { sha256Hex } from '../sha256.ts';
import { listSubordinates } from './subordinates.ts';
import { superiorRoutes } from './superior-routes.ts';

/** What other entities read of this node: its entity configuration (OpenID Federation section 9), and whom it states. */
export function entityRoutes(kernel: Kernel): Hono {
  const app = new Hono();
  const { entity, db, identity } = kernel;
  app.get('/.well-known/openid-federation', async (c) => {
    const jws = await entity.configuration();
    const etag = `"${sha256Hex(jws).slice(0, 32)}"`;
    const headers = { 'Cache-Control': 'public, max-age=60', ETag: etag, 'Access-Control-Allow-Origin': '*' };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(jws, 200, { 'Content-Type': JWT_KINDS.entityStatement.mediaType, ...headers });
  });
  const superior = {
    entityId: identity.origin,
    statement: (subject: string) => entity.statement(subject),
    subordinates: () => listSubordinates(db, identity.origin),
  };
  app.route(
    '/',
    superiorRoutes('', async () => superior),
  );
  return app;
}
