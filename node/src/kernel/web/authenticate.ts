import type { Context, MiddlewareHandler } from 'hono';
import { ANONYMOUS } from '../identity/actor.ts';
import { browserLabel } from '../identity/browser-label.ts';
import { BadToken } from '../identity/error.ts';
import { closeSession, openSession, readSession, SESSION_COOKIE_SECONDS } from '../identity/sessions.ts';
import { signInPerson } from '../identity/sign-in-person.ts';
import { actorOfToken, hashSecret } from '../identity/tokens.ts';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from './app-env.ts';
import { clientAddress } from './client-address.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Session } from './session.ts';

/**
 * Sets the actor: from `Authorization: Bearer` (RFC 6750), else from the session cookie. A wrong token is refused, not
 * taken for nobody. The API takes tokens only, so that no browser can be made to use it in somebody's name.
 */
export function authenticate(kernel: Kernel, limits: RateLimits): MiddlewareHandler<AppEnv> {
  const api = /^\/api\/v1(\/|$)/;
  return async (c, next) => {
    c.set('actor', ANONYMOUS);
    c.set('bearer', false);
    c.set('login', null);
    c.set('session', sessionOf(c, kernel, limits));
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined) {
      const address = clientAddress(c, kernel.config.trustProxy);
      await limits.check('failure', address);
      const actor = await actorOfToken(kernel.db, kernel.clock, bearer);
      if (actor === null) {
        await limits.take('failure', address);
        throw new BadToken();
      }
      c.set('actor', actor);
      c.set('bearer', true);
    } else if (!api.test(c.req.path)) {
      const cookie = readCookie(c, kernel.identity, 'session');
      const session = cookie === undefined ? null : await readSession(kernel, cookie);
      if (session !== null) {
        c.set('actor', session.actor);
        c.set('login', session.login);
      }
    }
    return next();
  };
}

function sessionOf(c: Context<AppEnv>, kernel: Kernel, limits: RateLimits): Session {
  const cookie = () => readCookie(c, kernel.identity, 'session');
  return {
    get id() {
      const value = cookie();
      return value === undefined ? null : hashSecret(value);
    },
    async signIn(token) {
      const address = clientAddress(c, kernel.config.trustProxy);
      await limits.take('signIn', address);
      const browser = browserLabel(c.req.header('user-agent'));
      const opened = await openSession(kernel, token, { earlierCookie: cookie(), browser });
      await limits.forget('signIn', address);
      writeCookie(c, kernel.identity, 'session', opened.cookie, SESSION_COOKIE_SECONDS);
      return opened.actor;
    },
    async signInPerson(login) {
      const userAgent = c.req.header('user-agent');
      const opened = await signInPerson(kernel, login, { earlierCookie: cookie(), userAgent });
      writeCookie(c, kernel.identity, 'session', opened.cookie, SESSION_COOKIE_SECONDS);
      return opened.actor;
    },
    async countTry() {
      await limits.take('signIn', clientAddress(c, kernel.config.trustProxy));
    },
    async signOut() {
      const value = cookie();
      if (value !== undefined) await closeSession(kernel, value);
      writeCookie(c, kernel.identity, 'session', '', 0);
    },
  };
}
