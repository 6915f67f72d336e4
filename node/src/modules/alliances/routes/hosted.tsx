import { type Context, Hono } from 'hono';
import { admitMember, allianceKids, inviteMember, removeMember } from '../../../kernel/alliances/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { cleaned, sameName, value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { FieldErrors } from '../../../ui/index.ts';
import { AllianceElsewhere } from '../error.ts';
import { HostActPage, type HostVerb } from '../pages/host-act-page.tsx';
import { MembersPage } from '../pages/members-page.tsx';
import { type HostedMembers, loadHostedMembers } from '../read/hosted.ts';
import { allianceNow } from './at.ts';
import { receiptOf } from './membership-receipt.tsx';
import { refusal } from './refusal.ts';

const BELOW = '/alliances/:slug/members';
const MOST_REASON = 2000;

/** Who belongs to an alliance, for administrators of its host. */
export function hostedRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(BELOW, async (c) => {
    const { life, members } = await hostedHere(c, kernel);
    const kids = await allianceKids(kernel, members.hosted.id);
    return c.html(<MembersPage page={c.var.page} life={life} kids={kids} {...members} />);
  });
  for (const verb of ['invite', 'admit', 'remove'] as const) mountVerb(app, kernel, verb);
  return app;
}

function mountVerb(app: Hono<AppEnv>, kernel: Kernel, verb: HostVerb): void {
  const path = `${BELOW}/${verb}`;
  app.get(path, async (c) => {
    const { life, members } = await hostedHere(c, kernel);
    const node = c.req.query('node') ?? '';
    if (verb !== 'invite' && !nodesFor(verb, members).includes(node)) throw new NotFound('member');
    return c.html(
      <HostActPage page={c.var.page} life={life} verb={verb} typed={{ node: [node] }} errors={{}} />,
    );
  });
  app.post(path, async (c) => {
    const { page, actor } = c.var;
    const { life, members } = await hostedHere(c, kernel);
    const typed = await readTyped(c);
    const again = (errors: FieldErrors) =>
      c.html(<HostActPage page={page} life={life} verb={verb} typed={typed} errors={errors} />, 422);
    const errors = faultsIn(page, verb, typed);
    if (Object.keys(errors).length > 0) return again(errors);
    const { slug } = members.hosted;
    const asked = { slug, node: nodeIn(typed), reason: cleaned(value(typed, 'reason')) };
    try {
      const { jti } = await RUN[verb](kernel, actor, asked);
      return c.redirect(receiptOf(jti), 303);
    } catch (error) {
      return again({ node: refusal(page, error) });
    }
  });
}

interface Asked {
  slug: string;
  node: string;
  reason: string;
}

const RUN = {
  invite: async (kernel: Kernel, actor: AppEnv['Variables']['actor'], { slug, node }: Asked) =>
    (await inviteMember(kernel, actor, { slug, node })).act,
  admit: (kernel: Kernel, actor: AppEnv['Variables']['actor'], { slug, node }: Asked) =>
    admitMember(kernel, actor, { slug, node }),
  remove: (kernel: Kernel, actor: AppEnv['Variables']['actor'], asked: Asked) =>
    removeMember(kernel, actor, asked),
};

/** An alliance that this node hosts now. @throws NotPermitted, NotFound, AllianceElsewhere */
async function hostedHere(c: Context<AppEnv>, kernel: Kernel) {
  requireOffered(c, 'kernel.alliances');
  const members = await loadHostedMembers(kernel, c.req.param('slug') ?? '');
  if (members === null) throw new NotFound('alliance');
  const { state, successor } = members.hosted;
  if (state === 'handed-over') throw new AllianceElsewhere(successor ?? '');
  return { members, life: await allianceNow(c, kernel) };
}

function nodesFor(verb: HostVerb, { members, invitations }: HostedMembers): readonly string[] {
  return verb === 'remove' ? members : invitations.map(({ node }) => node);
}

function nodeIn(typed: TypedValues): string {
  const node = cleaned(value(typed, 'node'));
  return URL.parse(node)?.origin ?? node;
}

function faultsIn(page: PageContext, verb: HostVerb, typed: TypedValues): FieldErrors {
  const node = nodeIn(typed);
  const reason = cleaned(value(typed, 'reason'));
  const host = URL.parse(node)?.host ?? '';
  return {
    ...(!/^https?:/.test(node) && { node: page.t('alliances.problem.node') }),
    ...(verb === 'remove' && {
      ...(reason === '' && { reason: page.t('alliances.problem.reason') }),
      ...(reason.length > MOST_REASON && { reason: page.t('ui.withdraw.reason-long', { max: MOST_REASON }) }),
      ...(!sameName(value(typed, 'confirm'), host) && { confirm: page.t('alliances.problem.confirm') }),
    }),
  };
}
