import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { idIn, withdraw } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { withdrawRoute } from '../../../ui/index.ts';
import { SUBJECTS } from '../subjects.ts';
import { projectsCrumb } from './open.ts';
import { ownThing, WITHDRAWN_BY, type Withdrawable } from './subject.ts';

/** Taking back what this node said; of a membership that is leaving the project. */
export function withdrawRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const thing of Object.keys(WITHDRAWN_BY) as Withdrawable[]) {
    const permission = WITHDRAWN_BY[thing];
    withdrawRoute(app, `${SUBJECTS[thing].path}:id/withdraw`, permission, async (c) => {
      const { page, actor } = c.var;
      const { row, title: name } = await ownThing(kernel, thing, idIn(c), page.locale);
      if (row.state !== 'live') throw new WithdrawnSubject(row.state);
      const { id, path } = row;
      const act = thing === 'membership' ? 'leave' : 'withdraw';
      return {
        door: 'shared-work',
        crumbs: [projectsCrumb(page), { label: name, href: path }],
        path,
        name,
        title: page.t(`projects.form.${act}`, { title: name }),
        button: page.t(`projects.form.${act}-button`),
        ...(act === 'leave' && {
          instead: { lead: page.t('projects.form.leave-lead'), reason: page.t('projects.label.why') },
        }),
        withdraw: (reason) => withdraw(kernel, actor, { subject: SUBJECTS[thing], permission, id, reason }),
      };
    });
  }
  return app;
}
