import type { Context } from 'hono';
import { sha256Hex } from '../sha256.ts';
import { notFound } from './tile-answer.ts';

/** Answers with a checkpoint, which is the one thing of a log that changes. */
export function answerCheckpoint(c: Context, note: string | null | undefined): Response {
  if (!note) return notFound(c);
  const etag = `"${sha256Hex(note).slice(0, 32)}"`;
  const headers = { 'Cache-Control': 'public, max-age=5', ETag: etag, 'Access-Control-Allow-Origin': '*' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(note, 200, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
}
