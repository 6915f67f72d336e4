import { Hono } from 'hono';
import { z } from 'zod';
import { endSessions, requireAccount, setDisplayName } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type AppEnv, readForm } from '../../../kernel/web/index.ts';
import { AccountPage } from '../pages/account-page.tsx';
import { loadAccount } from '../read/account-view.ts';

const nameForm = z.object({ name: z.string().trim().max(100).optional() });
const endForm = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });

/** The account itself: who, how surely, and where else. */
export function overviewRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/account', async (c) => {
    if (c.var.actor.type === 'anonymous') return c.redirect('/sign-in?to=/account', 303);
    if (c.var.actor.type === 'staff') return c.redirect('/staff', 303);
    const view = await loadAccount(kernel, requireAccount(c.var.actor), c.var.login, c.var.session.id);
    return c.html(<AccountPage page={c.var.page} view={view} />);
  });
  app.post('/account/name', async (c) => {
    const owner = requireAccount(c.var.actor);
    const form = await readForm(c, kernel, nameForm);
    if (!form.ok) {
      const view = await loadAccount(kernel, owner, c.var.login, c.var.session.id);
      return c.html(
        <AccountPage page={c.var.page} view={view} typed={form.typed} errors={form.errors} />,
        422,
      );
    }
    // A guest has no name here: nothing but pseudonym and level is known of them.
    if (owner.type === 'person') await setDisplayName(kernel.db, owner.account, form.value.name || null);
    return c.redirect('/account', 303);
  });
  app.post('/account/sessions/end', async (c) => {
    const { account } = requireAccount(c.var.actor);
    const form = await readForm(c, kernel, endForm);
    if (form.ok) await endSessions(kernel.db, account, { only: form.value.session });
    return c.redirect('/account', 303);
  });
  app.post('/account/sessions/end-others', async (c) => {
    const { account } = requireAccount(c.var.actor);
    if (c.var.session.id !== null) await endSessions(kernel.db, account, { allBut: c.var.session.id });
    return c.redirect('/account', 303);
  });
  return app;
}
