import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  askFor,
  DANGEROUS_ACT_NAMES,
  type DangerousActName,
  dangerousAct,
  decide,
} from '../../../kernel/approvals/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { PURPOSES } from '../../../kernel/keys/purposes.ts';
import {
  type AppEnv,
  type FieldErrors,
  NotFound,
  readForm,
  type TypedValues,
} from '../../../kernel/web/index.ts';
import { ApprovalsPage } from '../pages/approvals-page.tsx';
import { AskPage } from '../pages/ask-page.tsx';
import { loadApprovals } from '../read/approvals.ts';
import { requireStaff } from './require-staff.ts';

const reason = z.string().trim().min(1).max(2000);
const forms = {
  'partner.remove': z.object({ host: z.string().min(1).max(300), reason }),
  'key.rotate': z.object({ purpose: z.enum(PURPOSES), reason }),
  'record.erase': z.object({
    jti: z.string().trim().pipe(z.uuid()),
    why: z.enum(['person-request', 'legal-order', 'mistake']),
    reason,
  }),
} satisfies Record<DangerousActName, z.ZodType>;

/** Acts that may need a second person: asking for them, and deciding. */
export function approvalRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/staff/approvals', async (c) => {
    requireStaff(c);
    return c.html(
      <ApprovalsPage
        page={c.var.page}
        {...(await loadApprovals(kernel))}
        acts={DANGEROUS_ACT_NAMES.filter((act) => c.var.page.may(dangerousAct(act).permission))}
        fourEyes={kernel.config.fourEyes}
        done={c.req.query('done') !== undefined}
      />,
    );
  });
  const actIn = (c: Context<AppEnv>): DangerousActName => {
    const act = DANGEROUS_ACT_NAMES.find((name) => name === c.req.param('act'));
    if (act === undefined) throw new NotFound('act');
    requireStaff(c, dangerousAct(act).permission);
    return act;
  };
  const draw = async (c: Context<AppEnv>, act: DangerousActName, typed: TypedValues, errors: FieldErrors) => {
    const partners = (await kernel.trust.partners()).map(({ host, name }) => ({ host, name }));
    const { fourEyes } = kernel.config;
    return <AskPage page={c.var.page} {...{ act, typed, errors, partners, fourEyes }} />;
  };
  app.get('/staff/approvals/ask/:act', async (c) => {
    const jti = c.req.query('record');
    return c.html(await draw(c, actIn(c), jti === undefined ? {} : { jti: [jti] }, {}));
  });
  app.post('/staff/approvals/ask/:act', async (c) => {
    const act = actIn(c);
    const form = await readForm<Record<string, string>>(c, kernel, forms[act]);
    if (!form.ok) return c.html(await draw(c, act, form.typed, form.errors), 422);
    const { reason: why = '', ...params } = form.value;
    const asked = await askFor(kernel, c.var.actor, { act, params, reason: why });
    return c.redirect(asked.done ? '/staff/approvals?done' : '/staff/approvals', 303);
  });
  app.post('/staff/approvals/:id/:outcome{confirmed|refused}', async (c) => {
    requireStaff(c);
    const id = z.uuid().safeParse(c.req.param('id'));
    if (!id.success) throw new NotFound('approval');
    const outcome = c.req.param('outcome') === 'confirmed' ? 'confirmed' : 'refused';
    await decide(kernel, c.var.actor, id.data, outcome);
    return c.redirect(outcome === 'confirmed' ? '/staff/approvals?done' : '/staff/approvals', 303);
  });
  return app;
}
