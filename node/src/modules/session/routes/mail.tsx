import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import {
  assuranceOfMethod,
  browserOf,
  LetterNotSent,
  LINK_MINUTES,
  markBrowser,
  normalAddress,
  ownLogin,
} from '../../../kernel/login/index.ts';
import { type AppEnv, NotFound, readForm, safeReturn } from '../../../kernel/web/index.ts';
import { finishLogin } from '../finish-login.ts';
import { CheckMailPage } from '../pages/check-mail-page.tsx';
import { ConfirmMailPage } from '../pages/confirm-mail-page.tsx';
import { methodOf } from '../read/ways.ts';
import { showSignIn } from '../show-sign-in.tsx';

const form = z.object({ email: z.string().trim().min(3).max(320), to: z.string().max(2000).optional() });

/** Login by a link in a letter. */
export function mailRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post('/login/mail', async (c) => {
    const { mail } = kernel.login;
    if (mail === null) throw new NotFound('login method');
    const result = await readForm(c, kernel, form);
    const [typed, to] = [result.typed.email?.[0], safeReturn(result.typed.to?.[0], '/')];
    const address = result.ok ? normalAddress(result.value.email) : null;
    const { t, self } = c.var.page;
    if (address === null) {
      const errors = { email: t('session.mail.wrong') };
      return await showSignIn(c, kernel, { to, errors, email: typed });
    }
    await c.var.session.countTry();
    try {
      await mail.send(
        { address, to },
        {
          browser: markBrowser(c, kernel),
          letter: (link) => ({
            subject: t('session.letter.subject', { who: self.name }),
            text: t('session.letter.text', { who: self.name, minutes: LINK_MINUTES, link }),
          }),
        },
      );
    } catch (error) {
      if (!(error instanceof LetterNotSent)) throw error;
      const { requestId } = c.var;
      kernel.log.error({ requestId, code: error.code, ...error.detail }, 'a letter was not sent');
      const why = error.refused ? t('session.mail.refused') : t('session.error.login-letter-not-sent');
      const status = error.refused ? 422 : error.status;
      return await showSignIn(c, kernel, { to, errors: { email: why }, email: typed, status });
    }
    return c.html(<CheckMailPage page={c.var.page} address={address} />);
  });
  app.get('/login/mail/:secret', async (c) => {
    const { mail } = kernel.login;
    if (mail === null) throw new NotFound('login method');
    const step = await mail.open(c.req.param('secret'), browserOf(c, kernel));
    if (step === null) return c.html(<ConfirmMailPage page={c.var.page} action={c.req.path} />);
    return await enter(c, kernel, step);
  });
  app.post('/login/mail/:secret', async (c) => {
    const { mail } = kernel.login;
    if (mail === null) throw new NotFound('login method');
    return await enter(c, kernel, await mail.confirm(c.req.param('secret')));
  });
  return app;
}

async function enter(c: Context<AppEnv>, kernel: Kernel, { address, to }: { address: string; to: string }) {
  const method = methodOf(kernel, 'email');
  if (method === undefined) throw new NotFound('login method');
  const recognised = {
    method: 'email',
    identifier: `email ${address}`,
    assurance: assuranceOfMethod(method),
  };
  return await finishLogin(c, kernel, await ownLogin(kernel, recognised), to);
}
