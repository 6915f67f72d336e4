import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { BodyTooLarge } from './error.ts';

const DEFAULT_MAX = 512 * 1024;

/** Most bytes of a body by path prefix, beside the default of 512 KiB; the longest prefix that fits counts. */
export type BodyLimits = Readonly<Record<string, number>>;

/** Refuses bodies over the limit of their path: by `Content-Length` at once, otherwise while reading. */
export function limitBodies(limits: BodyLimits): MiddlewareHandler<AppEnv> {
  const rules = Object.entries(limits).sort(([a], [b]) => b.length - a.length);
  return async (c, next) => {
    const max = rules.find(([prefix]) => c.req.path.startsWith(prefix))?.[1] ?? DEFAULT_MAX;
    const { headers, body } = c.req.raw;
    if (body !== null) {
      // Where a transfer coding is used, the length says nothing (RFC 9112, 6.3).
      const length = headers.has('transfer-encoding') ? null : headers.get('content-length');
      if (length === null) await readWithin(c, body, max);
      else if (Number(length) > max) throw new BodyTooLarge(max);
    }
    return next();
  };
}

/**
 * Reads a body of unknown length, and leaves it to be read again. The request is built anew from its parts: that of the
 * server is no `Request` of the platform, and cannot be copied as one.
 */
async function readWithin(c: Context, body: ReadableStream<Uint8Array>, max: number): Promise<void> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > max) throw new BodyTooLarge(max);
    parts.push(part);
  }
  const { url, method, headers, signal } = c.req.raw;
  c.req.raw = new Request(url, { method, headers, signal, body: Buffer.concat(parts) });
}
