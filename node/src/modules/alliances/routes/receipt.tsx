import { Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { readReceipt } from '../../../kernel/log/act-receipt.ts';
import { idOf, readSubjectRow } from '../../../kernel/subjects/index.ts';
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
    const receipt = await readReceipt(kernel, c.req.param('jti'));
    const { sub, done } = receipt;
    const of = thingOf(sub);
    const row = of && (await readSubjectRow(kernel, of.subject, null, idOf(of.subject, sub) ?? ''));
    if (of === null || row === null || row.state === 'erased') throw new NotFound('act');
    const { alliance, title, text } = row.body as OfAlliance &
      Record<'title' | 'text', Parameters<typeof pickText>[0]>;
    const seen = (await keptSeen(kernel)).alliances.get(alliance.id);
    return c.html(
      <ReceiptPage
        page={page}
        door="partners"
        crumbs={
          seen === undefined ? [{ label: page.t('alliances.nav'), href: '/alliances' }] : crumbsOf(page, seen)
        }
        heading={page.t(`alliances.receipt.${done === 'published' ? of.thing : done}`)}
        title={pickText(title ?? signedTitle(text) ?? alliance.title, page.locale).text}
        path={row.path}
        receipt={receipt}
        revisable={REVISABLE.has(of.thing)}
        withdrawable={of.thing !== 'chairAnswer'}
      />,
    );
  });
  return app;
}

/** What a signature is under: its text has the title. */
function signedTitle(text: unknown): Parameters<typeof pickText>[0] | undefined {
  return (text as { title?: Parameters<typeof pickText>[0] } | undefined)?.title;
}
