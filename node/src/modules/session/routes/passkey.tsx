import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { browserLabel } from '../../../kernel/identity/browser-label.ts';
import { isFreshLogin } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { browserOf, markBrowser, PasskeyRefused } from '../../../kernel/login/index.ts';
import { sha256Hex } from '../../../kernel/sha256.ts';
import { type AppEnv, NotFound, readForm, safeReturn } from '../../../kernel/web/index.ts';
import { finishLogin } from '../finish-login.ts';
import { PasskeyPage, StalePasskeyPage } from '../pages/passkey-page.tsx';
import { methodOf } from '../read/ways.ts';

const script = readFileSync(new URL('../browser/passkey.js', import.meta.url), 'utf8');
const SCRIPT = `/login/passkey.${sha256Hex(script).slice(0, 16)}.js`;
/** This page alone runs a script, and only the node's own. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const form = z.object({
  step: z.string().max(100),
  credential: z.string().max(16_384),
  to: z.string().max(2000).optional(),
});

/** Login by passkey, and adding one for who is logged in. */
export function passkeyRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const passkeys = () => {
    const { passkey } = kernel.login;
    if (passkey === null || methodOf(kernel, 'passkey') === undefined) throw new NotFound('login method');
    return passkey;
  };
  /** One that is added by whoever finds an open browser would let them in for good. */
  const mayAdd = (c: Context<AppEnv>) => isFreshLogin(c.var.login, kernel.clock.now());
  const show = async (c: Context<AppEnv>, to: string, error?: string) => {
    const { actor } = c.var;
    const person = actor.type === 'person' ? actor : null;
    if (person !== null && !mayAdd(c)) {
      passkeys();
      return c.html(<StalePasskeyPage page={c.var.page} />, c.req.method === 'GET' ? 200 : 403);
    }
    const browser = markBrowser(c, kernel);
    const use = person === null ? await passkeys().askForOne(browser) : null;
    const make = await passkeys().askForNew(browser, person);
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    return c.html(
      <PasskeyPage page={c.var.page} use={use} make={make} to={to} script={SCRIPT} error={error} />,
      error === undefined ? 200 : 422,
    );
  };
  app.get(SCRIPT, (c) =>
    c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  );
  app.get('/login/passkey', async (c) => show(c, safeReturn(c.req.query('to'), '/')));
  app.post('/login/passkey', async (c) => {
    const result = await readForm(c, kernel, form);
    const to = safeReturn(result.typed.to?.[0], '/');
    const { t } = c.var.page;
    if (!result.ok) return await show(c, to, t('session.passkey.needs-script'));
    const { step, credential } = result.value;
    if (credential === 'none') return await show(c, to, t('session.passkey.no-answer'));
    const person = c.var.actor.type === 'person' ? c.var.actor : null;
    if (person !== null && !mayAdd(c)) return await show(c, to);
    await c.var.session.countTry();
    try {
      const login = await passkeys().finish(
        { step, credential, browser: browserOf(c, kernel) },
        { person, label: browserLabel(c.req.header('user-agent')) },
      );
      if (login === null) return c.redirect('/login/passkeys?added', 303);
      return await finishLogin(c, kernel, login, to);
    } catch (error) {
      if (!(error instanceof PasskeyRefused)) throw error;
      return await show(c, to, t('session.error.login-passkey-refused'));
    }
  });
  return app;
}
