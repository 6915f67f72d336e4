import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { NodeIdentity } from '../node-identity.ts';

/**
 * `session`: who is signed in. `visit`: binds the forms of a visitor. `lang`, `scheme`, `home` (where the person lives):
 * choices of the reader. `login`: binds the steps of a login to the browser.
 */
export type CookieName = 'session' | 'visit' | 'lang' | 'scheme' | 'home' | 'login';

/**
 * Name of a cookie at this node: ends in the node's short id, because cookies are shared by all ports of a host
 * (RFC 6265, 8.5); `__Host-` under https (RFC 6265bis, 4.1.3.2).
 */
export function cookieName(identity: NodeIdentity, name: CookieName): string {
  const prefix = identity.origin.startsWith('https:') ? '__Host-' : '';
  return `${prefix}koinon_${name}_${identity.shortId}`;
}

export function readCookie(c: Context, identity: NodeIdentity, name: CookieName): string | undefined {
  return getCookie(c, cookieName(identity, name));
}

/** Writes a cookie that no script reads and no other site sends; `maxAge` in seconds, 0 deletes it. */
export function writeCookie(
  c: Context,
  identity: NodeIdentity,
  name: CookieName,
  value: string,
  maxAge: number,
): void {
  setCookie(c, cookieName(identity, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: identity.origin.startsWith('https:'),
    maxAge,
  });
}
