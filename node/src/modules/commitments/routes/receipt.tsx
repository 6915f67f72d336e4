import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { WITHDRAW } from '../../../kernel/records/kernel-kinds.ts';
import { readOwnAct } from '../../../kernel/records/own-act.ts';
import { idIn, isId, readSubjectRow } from '../../../kernel/subjects/index.ts';
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
      const jti: string = c.req.param('jti') ?? '';
      const act = isId(jti) ? await readOwnAct(kernel, jti) : null;
      if (act === null || act.sub !== row.sub) throw new NotFound('act');
      const provenance = (await loadProvenance(kernel, [{ log: kernel.ownLog, jti }])).get(jti);
      if (provenance === undefined) throw new NotFound('act');
      const title = titleOf(row, page);
      const withdrawn = act.kind === WITHDRAW;
      return c.html(
        <ReceiptPage
          page={page}
          door="commitments"
          heading={page.t(
            withdrawn
              ? 'ui.receipt.withdrawn'
              : act.prev === null
                ? `commitments.receipt.${thing}`
                : 'ui.receipt.revised',
          )}
          undo={withdrawn ? undefined : undoOf(thing, row.path)}
          title={title}
          path={row.path}
          jti={jti}
          provenance={provenance}
          crumbs={[{ label: title, href: row.path }]}
        />,
      );
    });
  }
  return app;
}

function undoOf(thing: Thing, path: string) {
  return { ...(!ONCE.has(thing) && { revise: `${path}/revise` }), withdraw: `${path}/withdraw` };
}
