import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isFreshLogin, NotPermitted, type PersonActor } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { listPasskeys, type OwnPasskey, removePasskey, renamePasskey } from '../../../kernel/login/index.ts';
import { type AppEnv, NotFound, readForm } from '../../../kernel/web/index.ts';
import { OwnPasskeyPage } from '../pages/own-passkey-page.tsx';
import { PasskeysPage } from '../pages/passkeys-page.tsx';

const nameForm = z.object({ name: z.string().trim().max(80).optional() });
const removeForm = z.object({ sure: z.literal('yes').optional() });
const DONE = ['added', 'renamed', 'removed'] as const;

/** The passkeys of who is logged in: see them, name them, take one out. Guests have theirs at home. */
export function ownPasskeyRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const find = async (c: Context<AppEnv>): Promise<{ person: PersonActor; passkey: OwnPasskey }> => {
    const person = ownPerson(c);
    const passkeys = await listPasskeys(kernel, person.account);
    const passkey = passkeys.find(({ id }) => id === c.req.param('id'));
    if (passkey === undefined) throw new NotFound('passkey');
    return { person, passkey };
  };
  const isFresh = (c: Context<AppEnv>) => isFreshLogin(c.var.login, kernel.clock.now());

  app.get('/login/passkeys', async (c) => {
    if (c.var.actor.type === 'anonymous') return c.redirect('/sign-in?to=/login/passkeys', 303);
    const passkeys = await listPasskeys(kernel, ownPerson(c).account);
    const done = DONE.find((one) => c.req.query(one) !== undefined) ?? null;
    return c.html(<PasskeysPage page={c.var.page} passkeys={passkeys} done={done} />);
  });
  app.get('/login/passkeys/:id', async (c) => {
    const { passkey } = await find(c);
    return c.html(<OwnPasskeyPage page={c.var.page} passkey={passkey} fresh={isFresh(c)} />);
  });
  app.post('/login/passkeys/:id/name', async (c) => {
    const { person, passkey } = await find(c);
    const form = await readForm(c, kernel, nameForm);
    if (!form.ok) {
      const again = { fresh: isFresh(c), typed: form.typed.name?.[0], errors: form.errors };
      return c.html(<OwnPasskeyPage page={c.var.page} passkey={passkey} {...again} />, 422);
    }
    await renamePasskey(kernel, person.account, passkey.id, form.value.name || null);
    return c.redirect('/login/passkeys?renamed', 303);
  });
  app.post('/login/passkeys/:id/remove', async (c) => {
    const { person, passkey } = await find(c);
    const form = await readForm(c, kernel, removeForm);
    if (!isFresh(c)) return c.html(<OwnPasskeyPage page={c.var.page} passkey={passkey} fresh={false} />, 403);
    if (passkey.onlyWay && !(form.ok && form.value.sure === 'yes')) {
      const errors = { sure: c.var.page.t('session.passkeys.not-sure') };
      return c.html(<OwnPasskeyPage page={c.var.page} passkey={passkey} fresh errors={errors} />, 422);
    }
    await removePasskey(kernel, person.account, passkey.id);
    return c.redirect('/login/passkeys?removed', 303);
  });
  return app;
}

/** @throws NotPermitted */
function ownPerson(c: Context<AppEnv>): PersonActor {
  const { actor } = c.var;
  if (actor.type !== 'person') throw new NotPermitted(actor, 'passkeys');
  return actor;
}
