import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { receiptOf } from '../../../kernel/log/act-receipt.ts';
import { idIn, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { ReceiptPage } from '../../../ui/index.ts';
import { titleOf } from '../pages/words.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';
import { ownPlace } from './address.ts';

const THINGS = ['plan', 'lead', 'report', 'assessment', 'reference', 'commitment'] as const;
/** What cannot be revised: it is withdrawn, and said anew. */
const ONCE = new Set<Thing>(['lead', 'reference']);

/** The page after an act of ours. */
export function receiptRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const thing of THINGS) {
    app.get(`${ownPlace(thing)}/receipt/:jti`, async (c) => {
      const { page } = c.var;
      const row = await readSubjectRow(kernel, SUBJECTS[thing], null, idIn(c));
      if (row === null || row.state === 'erased') throw new NotFound(thing);
      const receipt = await receiptOf(kernel, row, c.req.param('jti'));
      const { done } = receipt;
      const title = titleOf(row, page);
      return c.html(
        <ReceiptPage
          page={page}
          door="commitments"
          crumbs={[{ label: title, href: row.path }]}
          heading={page.t(done === 'published' ? `commitments.receipt.${thing}` : `ui.receipt.${done}`)}
          title={title}
          path={row.path}
          receipt={receipt}
          revisable={!ONCE.has(thing)}
        />,
      );
    });
  }
  return app;
}
