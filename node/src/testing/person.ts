import { type Assurance, findOrMakeOwnAccount, signInPerson } from '../kernel/identity/index.ts';
import { cookieName } from '../kernel/web/cookies.ts';
import { makeCsrfToken } from '../kernel/web/csrf-token.ts';
import type { TestNode } from './node.ts';

/** A browser in which somebody is logged in. */
export interface TestPerson {
  account: string;
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form as a page of the node would. */
  post(path: string, form?: Record<string, string | readonly string[]>): Promise<Response>;
}

const HIGH: Assurance = { level: 'high', notified: true };

/** Logs somebody in: an own person by a name, or a guest of another node. */
export async function testPerson(
  node: TestNode,
  { name, home, assurance = HIGH }: { name: string; home?: string; assurance?: Assurance },
): Promise<TestPerson> {
  const { kernel } = node;
  const issuer = home ?? kernel.identity.origin;
  const subject = home
    ? name
    : (
        await kernel.database.transaction((tx) =>
          findOrMakeOwnAccount(tx, kernel, { identifier: `test ${name}`, assurance, name }),
        )
      ).subject;
  const login = { issuer, subject, method: 'test', assurance, at: kernel.clock.now() };
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const { cookie, actor } = await signInPerson(kernel, login, { userAgent });
  const headers = { accept: 'text/html', cookie: `${cookieName(kernel.identity, 'session')}=${cookie}` };
  return {
    account: actor.account,
    cookie,
    get: (path, more = {}) =>
      fetch(node.url + path, { redirect: 'manual', headers: { ...headers, ...more } }),
    post(path, form = {}) {
      const body = new URLSearchParams({ csrf: makeCsrfToken(kernel.keys.secret('cookies'), cookie) });
      for (const [field, values] of Object.entries(form)) {
        for (const value of [values].flat()) body.append(field, value);
      }
      const sent = { ...headers, origin: kernel.identity.origin };
      return fetch(node.url + path, { method: 'POST', redirect: 'manual', headers: sent, body });
    },
  };
}
