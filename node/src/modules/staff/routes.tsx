import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/index.ts';
import { StaffPage } from './pages/staff-page.tsx';
import { countWaiting } from './read/approvals.ts';
import { approvalRoutes } from './routes/approvals.tsx';
import { auditRoutes } from './routes/audit.tsx';
import { invitationRoutes } from './routes/invitations.tsx';
import { peopleRoutes } from './routes/people.tsx';
import { requireStaff } from './routes/require-staff.ts';
import { tokenRoutes } from './routes/tokens.tsx';

export function staffRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/staff', async (c) => {
    if (c.var.actor.type === 'anonymous') return c.redirect('/sign-in?to=/staff', 303);
    requireStaff(c);
    return c.html(<StaffPage page={c.var.page} waiting={await countWaiting(kernel)} />);
  });
  for (const routes of [peopleRoutes, invitationRoutes, tokenRoutes, approvalRoutes, auditRoutes]) {
    app.route('/', routes(kernel));
  }
  return app;
}
