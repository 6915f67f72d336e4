import type { Context } from 'hono';
import { z } from 'zod';
import { LEVELS } from '../../kernel/identity/index.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { rememberedHome } from '../../kernel/login/index.ts';
import type { AppEnv, FieldErrors } from '../../kernel/web/index.ts';
import { SignInPage } from './pages/sign-in-page.tsx';
import { loadHomes } from './read/homes.ts';
import { usableMethods } from './read/ways.ts';

const level = z.enum(LEVELS).nullable().catch(null);

interface SignInView {
  to: string;
  errors?: FieldErrors;
  email?: string | undefined;
  /** Where something is wrong, and it is not what was typed. */
  status?: 422 | 502;
}

/** Draws the choice of ways to log in, again with what was typed where something is wrong (422). */
export async function showSignIn(
  c: Context<AppEnv>,
  kernel: Kernel,
  { to, errors, email, status = 422 }: SignInView,
) {
  const { page } = c.var;
  const homes = await loadHomes(kernel);
  const asking = page.thread.partners.find(({ host }) => host === c.req.query('for'));
  const host = rememberedHome(c, kernel);
  return c.html(
    <SignInPage
      page={page}
      purpose={{
        to,
        level: level.parse(c.req.query('level') ?? null),
        asking: asking ?? null,
      }}
      ways={{
        methods: usableMethods(kernel),
        homes,
        remembered: homes.find((home) => home.host === host) ?? null,
      }}
      {...(errors && { errors })}
      email={email}
    />,
    errors ? status : 200,
  );
}
