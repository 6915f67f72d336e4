import { isEntityId, JWT_KINDS } from '@koinon/trust';
import { type Context, Hono } from 'hono';
import { sha256Hex } from '../sha256.ts';

/** What an entity of this node answers about those below it. */
export interface Superior {
  entityId: string;
  statement(subject: string): Promise<string | null>;
  subordinates(): Promise<readonly string[]>;
}

/** Parameters of the list endpoint that would leave entities out; none is supported, and each has to be refused then. */
const FILTERS = ['entity_type', 'trust_marked', 'trust_mark_type', 'intermediate'];

/** An error of a federation endpoint (OpenID Federation 1.1 section 8.9). */
export function federationError(c: Context, status: 400 | 404, error: string, description: string): Response {
  return c.json({ error, error_description: description }, status, { 'Cache-Control': 'no-store' });
}

/** A signed token, with which nobody may go on after it was taken back: it is asked for anew each time. */
export function answerToken(c: Context, jws: string, mediaType: string): Response {
  const etag = `"${sha256Hex(jws).slice(0, 32)}"`;
  const headers = { 'Cache-Control': 'no-cache', ETag: etag, 'Access-Control-Allow-Origin': '*' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(jws, 200, { 'Content-Type': mediaType, ...headers });
}

/** The fetch and list endpoints of a superior (OpenID Federation 1.1 sections 8.1 and 8.2), below its own address. */
export function superiorRoutes(path: string, superior: (c: Context) => Promise<Superior | null>): Hono {
  const app = new Hono();
  const unknown = (c: Context) => federationError(c, 404, 'not_found', 'no such entity lives here');

  app.get(`${path}/federation/fetch`, async (c) => {
    const entity = await superior(c);
    if (entity === null) return unknown(c);
    const [sub, ...more] = c.req.queries('sub') ?? [];
    if (sub === undefined || more.length > 0)
      return federationError(c, 400, 'invalid_request', 'sub is wanted, once');
    if (!isEntityId(sub))
      return federationError(c, 400, 'invalid_request', 'sub is not an entity identifier');
    if (sub === entity.entityId)
      return federationError(
        c,
        400,
        'invalid_request',
        'what this entity says of itself is its configuration',
      );
    const jws = await entity.statement(sub);
    if (jws === null) return federationError(c, 404, 'not_found', 'this entity states nothing about sub');
    return answerToken(c, jws, JWT_KINDS.entityStatement.mediaType);
  });

  app.get(`${path}/federation/list`, async (c) => {
    const entity = await superior(c);
    if (entity === null) return unknown(c);
    const filter = FILTERS.find((name) => c.req.query(name) !== undefined);
    if (filter !== undefined)
      return federationError(c, 400, 'unsupported_parameter', `${filter} is not supported`);
    return c.json(await entity.subordinates(), 200, {
      'Cache-Control': 'no-cache',
      'Access-Control-Allow-Origin': '*',
    });
  });
  return app;
}
