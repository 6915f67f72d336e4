import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { assuranceOfMethod, ownLogin } from '../../../kernel/login/index.ts';
import { type AppEnv, NotFound, readForm, safeReturn } from '../../../kernel/web/index.ts';
import { finishLogin } from '../finish-login.ts';
import { TestEidPage } from '../pages/test-eid-page.tsx';
import { methodOf } from '../read/ways.ts';

const form = z.object({ person: z.string().max(40), to: z.string().max(2000).optional() });

/** The eID of the demo, in which everybody may be anybody. The settings allow it nowhere else. */
export function testEidRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const find = () => {
    const method = kernel.config.demo ? methodOf(kernel, 'test-eid') : undefined;
    if (method === undefined) throw new NotFound('login method');
    return method;
  };
  const enter = async (c: Context<AppEnv>, code: string | undefined, to: string) => {
    const method = find();
    const person = method.people.find((one) => one.code === code);
    if (person === undefined) return null;
    const login = await ownLogin(kernel, {
      method: 'test-eid',
      identifier: `test-eid ${person.code}`,
      assurance: assuranceOfMethod(method),
      name: person.name,
    });
    return await finishLogin(c, kernel, login, to);
  };
  app.get('/login/test-eid', async (c) => {
    const to = safeReturn(c.req.query('to'), '/');
    // The demo prints links that log in at once.
    const entered = await enter(c, c.req.query('person'), to);
    return entered ?? c.html(<TestEidPage page={c.var.page} method={find()} to={to} />);
  });
  app.post('/login/test-eid', async (c) => {
    const result = await readForm(c, kernel, form);
    const to = safeReturn(result.typed.to?.[0], '/');
    const entered = await enter(c, result.typed.person?.[0], to);
    const error = c.var.page.t('session.test-eid.missing');
    return entered ?? c.html(<TestEidPage page={c.var.page} method={find()} to={to} error={error} />, 422);
  });
  return app;
}
