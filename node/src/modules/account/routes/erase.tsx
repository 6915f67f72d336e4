import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isFreshLogin, requireAccount } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { eraseAccount } from '../../../kernel/personal-data/index.ts';
import { type AppEnv, readForm } from '../../../kernel/web/index.ts';
import { ErasePage } from '../pages/erase-page.tsx';
import { ErasedPage } from '../pages/erased-page.tsx';

const form = z.object({ sure: z.literal('yes') });

/** The way out. Whoever finds a browser that somebody left open shall not take it: the login must be of the last hour. */
export function eraseRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const isFresh = (c: Context<AppEnv>) => isFreshLogin(c.var.login, kernel.clock.now());
  app.get('/account/erase', (c) => {
    const owner = requireAccount(c.var.actor);
    return c.html(<ErasePage page={c.var.page} guest={owner.type === 'guest'} fresh={isFresh(c)} />);
  });
  app.post('/account/erase', async (c) => {
    const owner = requireAccount(c.var.actor);
    const guest = owner.type === 'guest';
    const result = await readForm(c, kernel, form);
    if (!isFresh(c)) return c.html(<ErasePage page={c.var.page} guest={guest} fresh={false} />, 403);
    if (!result.ok) {
      const errors = { sure: c.var.page.t('account.erase.not-sure') };
      return c.html(<ErasePage page={c.var.page} guest={guest} fresh errors={errors} />, 422);
    }
    await eraseAccount(kernel, owner, owner.account);
    await c.var.session.signOut();
    return c.redirect('/account/erased', 303);
  });
  app.get('/account/erased', (c) => c.html(<ErasedPage page={c.var.page} />));
  return app;
}
