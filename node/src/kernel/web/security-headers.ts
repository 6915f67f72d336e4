import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  // Designsystemet draws its signs as data: URLs in the stylesheet.
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that every answer carries. */
export const SECURITY_HEADERS: ReadonlyArray<readonly [string, string]> = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  // Not `no-referrer`: browsers would then send `Origin: null` with our own forms (Fetch, "append a request Origin header").
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
];

/**
 * Headers that every answer carries. Endpoints for other sites' scripts set their own `Cross-Origin-Resource-Policy`, those
 * that hand out files of others a narrower `Content-Security-Policy`.
 */
export function securityHeaders(options: { https: boolean }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    for (const [name, value] of SECURITY_HEADERS) c.res.headers.set(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.res.headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    }
    if (!c.res.headers.has('Cross-Origin-Resource-Policy')) {
      c.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    }
    if (options.https) c.res.headers.set('Strict-Transport-Security', 'max-age=63072000');
  };
}
