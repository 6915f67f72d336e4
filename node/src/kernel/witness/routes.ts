import {
  MAX_NOTE,
  MalformedRequest,
  originHash,
  parseAddCheckpoint,
  parseTilePath,
} from '@koinon/transparency-log';
import { type Context, Hono } from 'hono';
import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { answerCheckpoint } from '../log/checkpoint-answer.ts';
import { answerTile, notFound } from '../log/tile-answer.ts';
import { cosign } from './cosign.ts';
import { requireRecall } from './recall.ts';

/** A note, and at most 63 proof hashes with the old size before it. */
const MAX_REQUEST = MAX_NOTE + 64 * 48;

/**
 * The witness of this node (c2sp.org/tlog-witness): cosigns logs that it was told of, and hands out what it cosigned and
 * the copies of the logs that it follows.
 */
export function witnessRoutes(kernel: Kernel): Hono {
  const app = new Hono();
  const remembered = requireRecall(kernel);
  // Whoever asks for a cosignature is told; until then nobody has to be.
  remembered.catch(() => {});
  app.post('/witness/add-checkpoint', async (c) => {
    await remembered;
    const body = await readBody(c.req.raw, MAX_REQUEST);
    if (body === null) return text(c, 413, 'body-too-large\n');
    try {
      const answer = await cosign(kernel, parseAddCheckpoint(body));
      if (answer.status === 200) return text(c, 200, answer.lines);
      if (answer.status === 503) c.header('Retry-After', '5');
      if (answer.status !== 409) return text(c, answer.status, `${answer.reason}\n`);
      return c.body(`${answer.size}\n`, 409, { 'content-type': 'text/x.tlog.size' });
    } catch (error) {
      if (error instanceof MalformedRequest) return text(c, 400, `${error.code}\n`);
      throw error;
    }
  });

  app.get('/witness/:hash{[0-9a-f]{64}}/checkpoint', async (c) =>
    answerCheckpoint(c, await cosignedNote(kernel, c.req.param('hash'))),
  );

  app.get('/witness/:hash{[0-9a-f]{64}}/tile/:path{.+}', async (c) => {
    const id = parseTilePath(`tile/${c.req.param('path')}`);
    const log = id === null ? null : await heldLog(kernel, c.req.param('hash'));
    return id === null || log === null ? notFound(c) : await answerTile(c, kernel.tiles, log, id);
  });
  return app;
}

/** The newest note that we cosigned, with the signature of its log. */
async function cosignedNote(kernel: Kernel, hash: string): Promise<string | null> {
  const rows = await sql<{ note: string }>`
    select note from cosigner where encode(sha256(convert_to(origin, 'UTF8')), 'hex') = ${hash}`.execute(
    kernel.db,
  );
  return rows.rows[0]?.note ?? null;
}

/** A log that we hold a checked copy of; our own is one of them. */
async function heldLog(kernel: Kernel, hash: string): Promise<number | null> {
  const rows = await kernel.db.selectFrom('log').select(['id', 'origin']).execute();
  return rows.find(({ origin }) => originHash(origin) === hash)?.id ?? null;
}

function text(c: Context, status: 200 | 400 | 403 | 404 | 413 | 422 | 503, body: string): Response {
  return c.body(body, status, { 'content-type': 'text/plain; charset=utf-8' });
}

/** The body, or null once it is longer than it may be. */
async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
