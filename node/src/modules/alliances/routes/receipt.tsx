import { Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { WITHDRAW } from '../../../kernel/records/kernel-kinds.ts';
import { readOwnAct } from '../../../kernel/records/own-act.ts';
import { idOf, isId, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { ReceiptPage } from '../../../ui/index.ts';
import type { OfAlliance } from '../bodies/parts.ts';
import { crumbsOf } from '../pages/words.ts';
import { keptSeen } from '../read/seen.ts';
import { thingOf } from '../subjects.ts';

const REVISABLE = new Set(['group', 'meeting', 'contribution']);

/** The page after an act of ours in an alliance. */
export function receiptRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/alliances/receipts/:jti', async (c) => {
    const { page } = c.var;
    const jti = c.req.param('jti');
    const act = isId(jti) ? await readOwnAct(kernel, jti) : null;
    const of = act && thingOf(act.sub);
    if (act === null || of === null) throw new NotFound('act');
    const row = await readSubjectRow(kernel, of.subject, null, idOf(of.subject, act.sub) ?? '');
    const provenance = (await loadProvenance(kernel, [{ log: kernel.ownLog, jti }])).get(jti);
    if (row === null || row.state === 'erased' || provenance === undefined) throw new NotFound('act');
    const { alliance, title, text } = row.body as OfAlliance &
      Record<'title' | 'text', Parameters<typeof pickText>[0]>;
    const seen = (await keptSeen(kernel)).alliances.get(alliance.id);
    const done = act.kind === WITHDRAW ? 'withdrawn' : act.prev === null ? of.thing : 'revised';
    const undo = {
      ...(REVISABLE.has(of.thing) && { revise: `${row.path}/revise` }),
      ...(of.thing !== 'chairAnswer' && { withdraw: `${row.path}/withdraw` }),
    };
    return c.html(
      <ReceiptPage
        page={page}
        door="partners"
        crumbs={
          seen === undefined ? [{ label: page.t('alliances.nav'), href: '/alliances' }] : crumbsOf(page, seen)
        }
        heading={page.t(`alliances.receipt.${done}`)}
        title={pickText(title ?? signedTitle(text) ?? alliance.title, page.locale).text}
        path={row.path}
        jti={jti}
        provenance={provenance}
        undo={done === 'withdrawn' || Object.keys(undo).length === 0 ? undefined : undo}
      />,
    );
  });
  return app;
}

/** What a signature is under: its text has the title. */
function signedTitle(text: unknown): Parameters<typeof pickText>[0] | undefined {
  return (text as { title?: Parameters<typeof pickText>[0] } | undefined)?.title;
}
