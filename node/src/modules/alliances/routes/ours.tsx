import { type Context, Hono } from 'hono';
import { joinAlliance, leaveAlliance } from '../../../kernel/alliances/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { cleaned, sameName, value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import type { FieldErrors } from '../../../ui/index.ts';
import { JoinPage } from '../pages/join-page.tsx';
import { LeavePage } from '../pages/leave-page.tsx';
import { MembershipsPage } from '../pages/memberships-page.tsx';
import { loadOffer, type Offer } from '../read/offer.ts';
import { loadOurMemberships } from '../read/ours.ts';
import { receiptOf } from './membership-receipt.tsx';
import { refusal } from './refusal.ts';

const AT = '/alliances/memberships';
const MOST_REASON = 2000;

/** What this node belongs to, for its administrators. No page below an alliance is called as one of these. */
export function ourRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(`${AT}/ours`, async (c) => {
    requireOffered(c, 'kernel.alliances');
    return c.html(<MembershipsPage page={c.var.page} {...(await loadOurMemberships(kernel))} />);
  });
  app.get(`${AT}/join`, async (c) => {
    requireOffered(c, 'kernel.alliances');
    const alliance = cleaned(c.req.query('alliance') ?? '');
    if (alliance === '') return c.html(<JoinPage page={c.var.page} offer={null} typed={{}} errors={{}} />);
    return await join(c, kernel, { alliance: [alliance] });
  });
  app.post(`${AT}/join`, async (c) => {
    requireOffered(c, 'kernel.alliances');
    const typed = await readTyped(c);
    // The first step asks for the address alone; what it means to join is read before the second.
    if (typed.keys !== undefined) return await join(c, kernel, typed, true);
    const alliance = cleaned(value(typed, 'alliance'));
    if (alliance === '') return await join(c, kernel, typed);
    const query = new URLSearchParams({ alliance });
    return c.redirect(`${AT}/join?${query}`, 303);
  });
  for (const method of ['GET', 'POST']) app.on(method, `${AT}/leave`, (c) => leave(c, kernel));
  return app;
}

/** Shows what is joined, or joins it. */
async function join(c: Context<AppEnv>, kernel: Kernel, typed: TypedValues, sent = false) {
  const { page, actor } = c.var;
  const alliance = cleaned(value(typed, 'alliance'));
  let offer: Offer | null = null;
  try {
    offer = await loadOffer(kernel, alliance);
    if (!sent) return c.html(<JoinPage page={page} offer={offer} typed={typed} errors={{}} />);
    const keys = value(typed, 'keys').split(/\s+/).filter(Boolean);
    const { act } = await joinAlliance(kernel, actor, { alliance, keys });
    return c.redirect(receiptOf(act.jti), 303);
  } catch (error) {
    const field = offer === null ? 'alliance' : 'keys';
    const errors = { [field]: refusal(page, error) };
    return c.html(<JoinPage page={page} offer={offer} typed={typed} errors={errors} />, 422);
  }
}

async function leave(c: Context<AppEnv>, kernel: Kernel) {
  requireOffered(c, 'kernel.alliances');
  const { page, actor } = c.var;
  const sent = c.req.method === 'POST';
  const typed: TypedValues = sent ? await readTyped(c) : { alliance: [c.req.query('alliance') ?? ''] };
  const alliance = value(typed, 'alliance');
  const { memberships } = await loadOurMemberships(kernel);
  const membership = memberships.find((one) => one.alliance === alliance);
  if (membership === undefined) throw new NotFound('membership');
  const { title } = membership;
  const draw = (errors: FieldErrors) => (
    <LeavePage page={page} alliance={alliance} title={title} typed={typed} errors={errors} />
  );
  if (!sent) return c.html(draw({}));
  const reason = cleaned(value(typed, 'reason')) || undefined;
  const name = pickText(title, page.locale).text;
  const errors = {
    ...((reason?.length ?? 0) > MOST_REASON && {
      reason: page.t('ui.withdraw.reason-long', { max: MOST_REASON }),
    }),
    ...(!sameName(value(typed, 'confirm'), name) && { confirm: page.t('ui.withdraw.confirm-wrong') }),
  };
  if (Object.keys(errors).length > 0) return c.html(draw(errors), 422);
  try {
    const { jti } = await leaveAlliance(kernel, actor, { alliance, reason });
    return c.redirect(receiptOf(jti), 303);
  } catch (error) {
    return c.html(draw({ confirm: refusal(page, error) }), 422);
  }
}
