import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { allPermissions, can, endToken, listTokens, makeToken } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type AppEnv, many, NotFound, readForm } from '../../../kernel/web/index.ts';
import { NewTokenPage, TokenMadePage } from '../pages/new-token-page.tsx';
import { TokensPage } from '../pages/tokens-page.tsx';
import { namesOf } from '../read/names.ts';
import { requireStaff } from './require-staff.ts';

const DAY_MS = 24 * 3_600_000;
const form = z.object({
  name: z.string().trim().min(1).max(100),
  permission: many(z.string().max(100)).pipe(z.array(z.string()).min(1).max(200)),
  days: z.coerce.number().int().min(1).max(3650),
});

/** Tokens for programs. */
export function tokenRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  /** What the one who asks can give; the command checks again. */
  const offered = (c: Context<AppEnv>) =>
    allPermissions(kernel.modules).filter((permission) => can(c.var.actor, permission));
  app.get('/staff/tokens', async (c) => {
    requireStaff(c, 'kernel.tokens');
    const tokens = await listTokens(kernel.db);
    const names = await namesOf(
      kernel.db,
      tokens.map(({ madeBy }) => madeBy ?? ''),
    );
    return c.html(<TokensPage page={c.var.page} tokens={tokens} names={names} />);
  });
  app.get('/staff/tokens/new', (c) => {
    requireStaff(c, 'kernel.tokens');
    return c.html(<NewTokenPage page={c.var.page} permissions={offered(c)} />);
  });
  app.post('/staff/tokens/new', async (c) => {
    requireStaff(c, 'kernel.tokens');
    const result = await readForm(c, kernel, form);
    if (!result.ok) {
      const { typed, errors } = result;
      const page = <NewTokenPage page={c.var.page} permissions={offered(c)} typed={typed} errors={errors} />;
      return c.html(page, 422);
    }
    const { name, permission, days } = result.value;
    const expiresAt = new Date(kernel.clock.now().getTime() + days * DAY_MS);
    const { token } = await kernel.database.transaction((tx) =>
      makeToken(tx, kernel, c.var.actor, { name, permissions: [...new Set(permission)], expiresAt }),
    );
    return c.html(<TokenMadePage page={c.var.page} name={name} token={token} />, 201);
  });
  app.post('/staff/tokens/:id/revoke', async (c) => {
    requireStaff(c, 'kernel.tokens');
    const id = z.uuid().safeParse(c.req.param('id'));
    if (!id.success) throw new NotFound('token');
    await kernel.database.transaction((tx) => endToken(tx, kernel, c.var.actor, id.data));
    return c.redirect('/staff/tokens', 303);
  });
  return app;
}
