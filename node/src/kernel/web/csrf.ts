import type { Context, MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from './app-env.ts';
import { checkCsrfToken } from './csrf-token.ts';
import { FormExpired, UnsupportedMediaType } from './error.ts';
import { csrfBinding } from './page-context.ts';

/** Name of the hidden field that carries `page.csrf`. */
export const CSRF_FIELD = 'csrf';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/**
 * Lets a form through only from our own pages: by `Origin` (or what older browsers send in its place) and by a token
 * bound to the browser. Requests with a Bearer token carry no ambient authority and need neither.
 */
export function protectForms(kernel: Kernel): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (SAFE.has(c.req.method) || c.var.bearer) return next();
    if (!fromOurPages(c, kernel.identity.origin)) throw new FormExpired('foreign or missing Origin');
    if (!FORM.test(c.req.header('content-type') ?? '')) {
      throw new UnsupportedMediaType('application/x-www-form-urlencoded, multipart/form-data');
    }
    const token = (await c.req.parseBody({ all: true }))[CSRF_FIELD];
    const binding = csrfBinding(c, kernel);
    const valid =
      typeof token === 'string' &&
      binding !== undefined &&
      checkCsrfToken(kernel.keys.secret('cookies'), binding, token);
    if (!valid) throw new FormExpired('token missing or of another session');
    return next();
  };
}

function fromOurPages(c: Context, origin: string): boolean {
  const sent = c.req.header('origin');
  if (sent !== undefined) return sent === origin;
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const referer = c.req.header('referer');
  return referer !== undefined && URL.canParse(referer) && new URL(referer).origin === origin;
}
