import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { receiptOf } from '../../../kernel/log/act-receipt.ts';
import { idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { ReceiptPage } from '../../../ui/index.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';
import { projectsCrumb } from './open.ts';
import { ownThing, WITHDRAWN_BY } from './subject.ts';

const REVISED: ReadonlySet<Thing> = new Set(['project', 'output', 'call', 'offer', 'request']);

/** The page after an act of ours. */
export function receiptRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const thing of Object.keys(SUBJECTS) as Thing[]) {
    app.get(`${SUBJECTS[thing].path}:id/receipt/:jti`, async (c) => {
      const { page } = c.var;
      const { row, title } = await ownThing(kernel, thing, idIn(c), page.locale);
      const receipt = await receiptOf(kernel, row, c.req.param('jti'));
      return c.html(
        <ReceiptPage
          page={page}
          door="shared-work"
          crumbs={[projectsCrumb(page)]}
          heading={page.t(`projects.receipt.${receipt.done === 'withdrawn' ? 'withdrawn' : thing}`)}
          title={title}
          path={row.path}
          receipt={receipt}
          revisable={REVISED.has(thing)}
          withdrawable={thing in WITHDRAWN_BY}
        />,
      );
    });
  }
  return app;
}
