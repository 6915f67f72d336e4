import type { Context } from 'hono';
import type { PersonLogin } from '../../kernel/identity/index.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { forgetBrowser } from '../../kernel/login/index.ts';
import { type AppEnv, safeReturn } from '../../kernel/web/index.ts';

/** Opens the session of somebody who was recognised, and goes back to where the person was. */
export async function finishLogin(
  c: Context<AppEnv>,
  kernel: Kernel,
  login: PersonLogin,
  to: string,
): Promise<Response> {
  await c.var.session.signInPerson(login);
  forgetBrowser(c, kernel);
  return c.redirect(safeReturn(to, '/'), 303);
}
