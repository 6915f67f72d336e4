import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Kernel } from '../../kernel.ts';
import { clientAddress } from '../../web/client-address.ts';
import { SECURITY_HEADERS } from '../../web/security-headers.ts';
import { providerCookie } from './cookies.ts';
import { loginRequestFailed } from './failures.ts';
import { discovery, ROUTES } from './metadata.ts';
import type { LoginProvider } from './provider.ts';

/** A sign of @hono/node-server that the answer went out by itself; made anew each time, because headers are set on it. */
const alreadySent = () => new Response(null, { headers: { 'x-hono-already-sent': 'true' } });

/**
 * The endpoints of the OpenID Provider beside everything else on the node's one port. They stand with the other endpoints for
 * machines: partners log their people in through one address, so no limit counts their requests.
 */
export function providerRoutes(kernel: Kernel, provider: LoginProvider): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const path of ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server']) {
    app.get(path, (c) =>
      c.json(discovery(kernel), 200, {
        'Cache-Control': 'public, max-age=300',
        'Access-Control-Allow-Origin': '*',
      }),
    );
  }
  const answer = (c: Context<{ Bindings: HttpBindings }>) => answerByProvider(c, kernel, provider);
  app.get(ROUTES.jwks, answer);
  app.post(ROUTES.token, answer);
  app.post(ROUTES.pushed_authorization_request, answer);
  app.get(ROUTES.authorization, answer);
  app.get(`${ROUTES.authorization}/:uid`, answer);
  return app;
}

async function answerByProvider(
  c: Context<{ Bindings: HttpBindings }>,
  kernel: Kernel,
  provider: LoginProvider,
): Promise<Response> {
  const { identity, config } = kernel;
  const { incoming, outgoing } = c.env;
  const { headers } = incoming;
  // The library makes addresses from these; the host was checked before, and the node knows its own scheme.
  headers['x-forwarded-proto'] = new URL(identity.origin).protocol.slice(0, -1);
  headers['x-forwarded-host'] = identity.host;
  // Who is logged in is known from the node's own session. One of the provider's that outlives a login would answer for
  // somebody else, who used the browser before.
  headers.cookie = withoutCookie(headers.cookie, providerCookie(identity, 'session'));
  for (const [name, value] of SECURITY_HEADERS) outgoing.setHeader(name, value);
  outgoing.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  const error = await provider.answer(incoming, outgoing, clientAddress(c, config.trustProxy));
  if (error === null) return alreadySent();
  outgoing.removeHeader('Content-Security-Policy');
  throw loginRequestFailed(error);
}

function withoutCookie(header: string | undefined, name: string): string {
  const kept = (header ?? '').split(';').filter((one) => {
    const key = one.slice(0, one.indexOf('=')).trim();
    return key !== name && key !== `${name}.sig`;
  });
  return kept.join(';').trim();
}
