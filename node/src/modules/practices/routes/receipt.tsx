import { type Context, Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { WITHDRAW } from '../../../kernel/records/kernel-kinds.ts';
import { readOwnAct } from '../../../kernel/records/own-act.ts';
import { idIn, isId } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { ReceiptPage } from '../../../ui/index.ts';
import { ADOPTION } from '../kinds.ts';
import { readAdoption, readPractice } from '../read.ts';

/** The page after an act of ours. */
export function receiptRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/practices/adoptions/:id/receipt/:jti', async (c) => {
    const adoption = await readAdoption(kernel, null, idIn(c));
    if (adoption === null || adoption.state === 'erased') throw new NotFound('adoption');
    const title = pickText(adoption.body.practice.title, c.var.page.locale).text;
    return await receipt(c, kernel, { ...adoption, title });
  });
  app.get('/practices/:id/receipt/:jti', async (c) => {
    const practice = await readPractice(kernel, null, idIn(c));
    if (practice === null || practice.state === 'erased') throw new NotFound('practice');
    return await receipt(c, kernel, {
      ...practice,
      title: pickText(practice.body.title, c.var.page.locale).text,
    });
  });
  return app;
}

async function receipt(
  c: Context<AppEnv>,
  kernel: Kernel,
  subject: { sub: string; path: string; title: string },
) {
  const { page } = c.var;
  const jti = c.req.param('jti') ?? '';
  const act = isId(jti) ? await readOwnAct(kernel, jti) : null;
  if (act === null || act.sub !== subject.sub) throw new NotFound('act');
  const provenance = (await loadProvenance(kernel, [{ log: kernel.ownLog, jti }])).get(jti);
  if (provenance === undefined) throw new NotFound('act');
  const { path, title } = subject;
  const crumbs = [
    { label: page.t('practices.nav'), href: '/practices' },
    { label: title, href: path },
  ];
  const done = kindOf(act);
  return c.html(
    <ReceiptPage
      page={page}
      door="shared-work"
      heading={page.t(RECEIPTS[done])}
      title={title}
      path={path}
      jti={jti}
      provenance={provenance}
      crumbs={crumbs}
      undo={done === 'withdrawn' ? undefined : { revise: `${path}/revise`, withdraw: `${path}/withdraw` }}
    />,
  );
}

const RECEIPTS = {
  published: 'practices.receipt.published',
  adopted: 'practices.receipt.adopted',
  revised: 'ui.receipt.revised',
  withdrawn: 'ui.receipt.withdrawn',
} as const;

function kindOf({ kind, prev }: { kind: string; prev: string | null }) {
  if (kind === WITHDRAW) return 'withdrawn' as const;
  if (prev !== null) return 'revised' as const;
  return kind === ADOPTION ? ('adopted' as const) : ('published' as const);
}
