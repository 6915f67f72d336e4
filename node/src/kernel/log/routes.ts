import { formatPolicy, parseTilePath } from '@koinon/transparency-log';
import { Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { ownPolicy } from '../trust/policy.ts';
import { answerCheckpoint } from './checkpoint-answer.ts';
import { nodeStatement, recordJwks } from './statement.ts';
import { answerTile, notFound } from './tile-answer.ts';

const STATEMENT_HEADERS = { 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*' };

/** The log's read API (tlog-tiles), and the node's statements of its names and keys. */
export function logRoutes(kernel: Kernel): Hono {
  const app = new Hono();
  app.get('/log/checkpoint', async (c) => {
    const row = await kernel.db
      .selectFrom('log')
      .select('note')
      .where('id', '=', kernel.ownLog)
      .executeTakeFirst();
    return answerCheckpoint(c, row?.note);
  });
  app.get('/log/tile/*', async (c) => {
    const id = parseTilePath(c.req.path.slice('/log/'.length));
    return id === null ? notFound(c) : await answerTile(c, kernel.tiles, kernel.ownLog, id);
  });
  app.get('/log/policy', async (c) => c.text(formatPolicy(await ownPolicy(kernel)), 200, STATEMENT_HEADERS));
  app.get('/.well-known/koinon', (c) => c.json(nodeStatement(kernel), 200, STATEMENT_HEADERS));
  app.get('/.well-known/jwks.json', async (c) => {
    const text = JSON.stringify(await recordJwks(kernel));
    return c.body(text, 200, { 'Content-Type': 'application/jwk-set+json', ...STATEMENT_HEADERS });
  });
  return app;
}
