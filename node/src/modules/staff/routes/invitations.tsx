import { Hono } from 'hono';
import { z } from 'zod';
import {
  acceptInvitation,
  invite,
  readInvitation,
  revokeInvitation,
} from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { normalAddress } from '../../../kernel/login/index.ts';
import { type AppEnv, many, NotFound, type PageContext, readForm } from '../../../kernel/web/index.ts';
import { InvitationPage } from '../pages/invitation-page.tsx';
import { InvitedPage, InvitePage } from '../pages/invite-page.tsx';
import { resource, role } from './forms.ts';
import { requireStaff } from './require-staff.ts';

const form = z.object({
  invitee: z.string().trim().min(1).max(100),
  role: many(role).pipe(z.array(role).min(1)),
  resource,
  email: z.string().trim().max(320).optional(),
});

/** Inviting somebody to work here, and accepting it. */
export function invitationRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/staff/invite', (c) => {
    requireStaff(c, 'kernel.people');
    return c.html(<InvitePage page={c.var.page} mails={kernel.login.mailer !== null} />);
  });
  app.post('/staff/invite', async (c) => {
    requireStaff(c, 'kernel.people');
    const result = await readForm(c, kernel, form);
    const mails = kernel.login.mailer !== null;
    if (!result.ok) {
      const { typed, errors } = result;
      return c.html(<InvitePage page={c.var.page} mails={mails} typed={typed} errors={errors} />, 422);
    }
    const { invitee, role: roles } = result.value;
    const to = mails && result.value.email ? normalAddress(result.value.email) : undefined;
    if (to === null) {
      const errors = { email: c.var.page.t('staff.invite.email-wrong') };
      return c.html(<InvitePage page={c.var.page} mails={mails} typed={result.typed} errors={errors} />, 422);
    }
    const at = result.value.resource ?? null;
    const grants = [...new Set(roles)].map((one) => ({ role: one, resource: at }));
    const made = await kernel.database.transaction((tx) =>
      invite(tx, kernel, c.var.actor, { invitee, grants }),
    );
    const link = `${kernel.identity.origin}/invitations/${made.secret}`;
    const sent = to === undefined ? null : await sendInvitation(kernel, c.var.page, { to, link });
    return c.html(
      <InvitedPage page={c.var.page} invitee={invitee} link={link} expiresAt={made.expiresAt} sent={sent} />,
      201,
    );
  });
  app.post('/staff/invitations/:id/revoke', async (c) => {
    requireStaff(c, 'kernel.people');
    const id = z.uuid().safeParse(c.req.param('id'));
    if (!id.success) throw new NotFound('invitation');
    await kernel.database.transaction((tx) => revokeInvitation(tx, kernel, c.var.actor, id.data));
    return c.redirect('/staff/people', 303);
  });
  app.get('/invitations/:secret', async (c) => {
    const secret = c.req.param('secret');
    const invitation = await readInvitation(kernel.db, kernel, secret);
    // The secret is in the address: no cache keeps it, and by the node's referrer policy no other site sees it.
    c.header('Cache-Control', 'no-store');
    return c.html(
      <InvitationPage page={c.var.page} invitation={invitation} secret={secret} actor={c.var.actor} />,
    );
  });
  app.post('/invitations/:secret', async (c) => {
    await kernel.database.transaction((tx) =>
      acceptInvitation(tx, kernel, c.var.actor, c.req.param('secret')),
    );
    return c.redirect('/staff', 303);
  });
  return app;
}

/** The link stays on the page, so a letter that cannot be sent costs nothing. The address is kept nowhere. */
async function sendInvitation(
  kernel: Kernel,
  { t, self }: PageContext,
  { to, link }: { to: string; link: string },
): Promise<'sent' | 'failed'> {
  const letter = {
    to,
    subject: t('staff.letter.subject', { who: self.name }),
    text: t('staff.letter.text', { who: self.name, link }),
  };
  try {
    await kernel.login.mailer?.send(letter);
    return 'sent';
  } catch (error) {
    kernel.log.warn({ err: error }, 'the letter of an invitation was not sent');
    return 'failed';
  }
}
