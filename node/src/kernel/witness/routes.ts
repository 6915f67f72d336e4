import {
  MAX_NOTE,
  MalformedRequest,
  originHash,
  parseAddCheckpoint,
  parseTilePath,
} from '@koinon/transparency-log';
import { type Context, Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { cosign } from './cosign.ts';

/** A note, and at most 63 proof hashes with the old size before it. */
const MAX_REQUEST = MAX_NOTE + 64 * 48;
const TEXT = 'text/plain; charset=utf-8';

/**
 * The witness of this node (c2sp.org/tlog-witness): cosigns logs that it was told of, and hands out what it cosigned and
 * the copies of the logs that it follows.
 */
export function witnessRoutes(kernel: Kernel): Hono {
  const app = new Hono();
  app.post('/witness/add-checkpoint', async (c) => {
    const body = await readBody(c.req.raw, MAX_REQUEST);
    if (body === null) return text(c, 413, 'body-too-large\n');
    try {
      const answer = await cosign(kernel, parseAddCheckpoint(body));
      if (answer.status === 200) return text(c, 200, answer.lines);
      if (answer.status !== 409) return text(c, answer.status, `${answer.reason}\n`);
      return c.body(`${answer.size}\n`, 409, { 'content-type': 'text/x.tlog.size' });
    } catch (error) {
      if (error instanceof MalformedRequest) return text(c, 400, `${error.code}\n`);
      throw error;
    }
  });

  app.get('/witness/:hash{[0-9a-f]{64}}/checkpoint', async (c) => {
    const note = await cosignedNote(kernel, c.req.param('hash'));
    if (note === null) return text(c, 404, 'unknown-origin\n');
    return c.body(note, 200, { 'content-type': TEXT, 'cache-control': 'no-cache' });
  });

  app.get('/witness/:hash{[0-9a-f]{64}}/tile/:path{.+}', async (c) => {
    const path = parseTilePath(`tile/${c.req.param('path')}`);
    const log = path === null ? null : await followedLog(kernel, c.req.param('hash'));
    if (path === null || log === null) return text(c, 404, 'no-such-tile\n');
    const { tiles } = kernel;
    const bytes = path.kind === 'tile' ? await tiles.tile(log, path) : await tiles.bundle(log, path);
    if (bytes === null) return text(c, 404, 'no-such-tile\n');
    return c.body(Uint8Array.from(bytes), 200, {
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  return app;
}

/** The newest note that we cosigned, with the signature of its log. */
async function cosignedNote(kernel: Kernel, hash: string): Promise<string | null> {
  const row = await kernel.db
    .selectFrom('cosigner')
    .select(['note'])
    .where((eb) =>
      eb(
        eb.fn<string>('encode', [
          eb.fn('sha256', [eb.fn('convert_to', ['origin', eb.val('UTF8')])]),
          eb.val('hex'),
        ]),
        '=',
        hash,
      ),
    )
    .executeTakeFirst();
  return row?.note ?? null;
}

/** A log that we hold a checked copy of, by the hash of its origin. Our own is served too: it is the same thing. */
async function followedLog(kernel: Kernel, hash: string): Promise<number | null> {
  const rows = await kernel.db.selectFrom('log').select(['id', 'origin']).execute();
  return rows.find(({ origin }) => originHash(origin) === hash)?.id ?? null;
}

function text(c: Context, status: 200 | 400 | 403 | 404 | 413 | 422, body: string): Response {
  return c.body(body, status, { 'content-type': TEXT });
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
