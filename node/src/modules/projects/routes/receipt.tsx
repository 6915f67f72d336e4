import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { WITHDRAW } from '../../../kernel/records/kernel-kinds.ts';
import { readOwnAct } from '../../../kernel/records/own-act.ts';
import { idIn, isId } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
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
      const jti = c.req.param('jti');
      const act = isId(jti) ? await readOwnAct(kernel, jti) : null;
      if (act === null || act.sub !== row.sub) throw new NotFound('act');
      const provenance = (await loadProvenance(kernel, [{ log: kernel.ownLog, jti }])).get(jti);
      if (provenance === undefined) throw new NotFound('act');
      const done = act.kind === WITHDRAW;
      const { path } = row;
      const undo = done
        ? undefined
        : {
            ...(REVISED.has(thing) && { revise: `${path}/revise` }),
            ...(thing in WITHDRAWN_BY && { withdraw: `${path}/withdraw` }),
          };
      return c.html(
        <ReceiptPage
          page={page}
          door="shared-work"
          heading={page.t(`projects.receipt.${done ? 'withdrawn' : thing}`)}
          title={title}
          path={path}
          jti={jti}
          provenance={provenance}
          crumbs={[projectsCrumb(page)]}
          undo={undo !== undefined && Object.keys(undo).length > 0 ? undo : undefined}
        />,
      );
    });
  }
  return app;
}
