import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { idIn, withdraw } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { withdrawRoute } from '../../../ui/index.ts';
import { titleOf } from '../pages/words.ts';
import { PERMISSIONS } from '../permissions.ts';
import { SUBJECTS } from '../subjects.ts';
import { ownPlace } from './address.ts';
import { ownLive } from './open-draft.ts';

const THINGS = ['plan', 'lead', 'report', 'assessment', 'reference', 'commitment'] as const;

/** Taking back what this node said. */
export function withdrawRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const thing of THINGS) {
    withdrawRoute(app, `${ownPlace(thing)}/withdraw`, PERMISSIONS[thing], async (c) => {
      const { page, actor } = c.var;
      const row = await ownLive(kernel, thing, idIn(c));
      const { id, path } = row;
      const name = titleOf(row, page);
      return {
        door: 'commitments',
        crumbs: [{ label: name, href: path }],
        path,
        name,
        title: page.t('commitments.withdraw.title', { title: name }),
        means: [page.t(`commitments.withdraw.means-${thing}`)],
        button: page.t('commitments.withdraw.button'),
        withdraw: (reason) =>
          withdraw(kernel, actor, { subject: SUBJECTS[thing], permission: PERMISSIONS[thing], id, reason }),
      };
    });
  }
  return app;
}
