import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from './app-env.ts';
import { writeCookie } from './cookies.ts';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const TEXT =
  /^(text\/(html|plain|xml|css|turtle|csv|calendar)|application\/((problem|ld|atom|rss|geo)\+)?(json|xml)|image\/svg)\b/;
const MIN_BYTES = 1024;
/** Forms of a visitor stay good for a day. */
const VISIT_SECONDS = 86_400;

/**
 * Finishes answers made for people and API clients: caching, `ETag`, conditional requests, compression. What is public
 * may be kept but is asked for again each time; what a signed-in person sees, or what carries a form token, is kept nowhere.
 */
export function finishAnswers({ identity }: Pick<Kernel, 'identity'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    if (c.var.newVisit !== undefined) writeCookie(c, identity, 'visit', c.var.newVisit, VISIT_SECONDS);
    const { headers } = c.res;
    const type = headers.get('content-type') ?? '';
    cacheRules(c);
    if (type.startsWith('text/html') && c.var.page !== undefined)
      headers.set('Content-Language', c.var.page.locale);
    if (!TEXT.test(type) || c.res.body === null || headers.has('content-encoding')) return;
    const body = new Uint8Array(await c.res.arrayBuffer());
    const cacheable = c.res.status === 200 && !headers.get('cache-control')?.includes('no-store');
    if (cacheable && !headers.has('etag')) headers.set('ETag', weakTag(body));
    const tag = headers.get('etag');
    if (cacheable && isSafe(c) && tag !== null && matches(c.req.header('if-none-match'), tag)) {
      headers.delete('content-type');
      headers.delete('content-length');
      c.res = new Response(null, { status: 304, headers });
      return;
    }
    // A strong tag names these very bytes (RFC 9110, 8.8.3.3): such an answer goes out as it is.
    const encoding = tag?.startsWith('"') || body.length < MIN_BYTES ? null : chooseEncoding(c);
    const sent = encoding === null ? body : await ENCODERS[encoding](body);
    if (encoding !== null) headers.set('Content-Encoding', encoding);
    headers.set('Content-Length', String(sent.length));
    c.res = new Response(new Uint8Array(sent), { status: c.res.status, headers });
  };
}

function cacheRules(c: Context<AppEnv>): void {
  const { headers } = c.res;
  const personal = c.var.actor?.type !== 'anonymous' || c.var.csrfUsed === true || headers.has('set-cookie');
  if (personal || c.res.status >= 400 || !isSafe(c)) headers.set('Cache-Control', 'no-store');
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
  const vary = new Set((headers.get('Vary') ?? '').split(/\s*,\s*/).filter(Boolean));
  for (const name of ['Accept', 'Accept-Encoding', 'Accept-Language', 'Cookie']) vary.add(name);
  headers.set('Vary', [...vary].join(', '));
}

const isSafe = (c: Context) => c.req.method === 'GET' || c.req.method === 'HEAD';

function weakTag(body: Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** `If-None-Match` by weak comparison (RFC 9110, 13.1.2). */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const opaque = tag.replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === opaque);
}

const ENCODERS = {
  br: (body: Uint8Array) => brotliAsync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Uint8Array) => gzipAsync(body, { level: 6 }),
} as const;

/** The encoding that the client takes, Brotli first (RFC 9110, 12.5.3). */
export function chooseEncoding(c: Context): 'br' | 'gzip' | null {
  const header = c.req.header('accept-encoding') ?? '';
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`, 'i').test(header);
  for (const name of ['br', 'gzip'] as const) {
    if (new RegExp(`\\b${name}\\b`, 'i').test(header) && !refused(name)) return name;
  }
  return null;
}
