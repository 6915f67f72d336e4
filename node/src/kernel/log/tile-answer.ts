import type { TilePath } from '@koinon/transparency-log';
import type { Context } from 'hono';
import type { TileReader } from './tile-reader.ts';

/** What is addressed by its place in an append-only tree never changes. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Answers a request for a tile or bundle of a log that we hold; 404 where the committed tree has none. */
export async function answerTile(
  c: Context,
  tiles: TileReader,
  log: number,
  id: TilePath,
): Promise<Response> {
  const bytes = id.kind === 'tile' ? await tiles.tile(log, id) : await tiles.bundle(log, id);
  if (bytes === null) return notFound(c);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/octet-stream',
    'Cache-Control': IMMUTABLE,
    'Access-Control-Allow-Origin': '*',
  });
}

/** Never cached for long: the tile may exist a second later. */
export function notFound(c: Context): Response {
  return c.body('not found\n', 404, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}
