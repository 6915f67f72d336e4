import { type Context, Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { receiptOf } from '../../../kernel/log/act-receipt.ts';
import { idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { ReceiptPage } from '../../../ui/index.ts';
import { readAdoption, readPractice } from '../read.ts';

/** The page after an act of ours. */
export function receiptRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/practices/adoptions/:id/receipt/:jti', async (c) => {
    const adoption = await readAdoption(kernel, null, idIn(c));
    if (adoption === null || adoption.state === 'erased') throw new NotFound('adoption');
    const title = pickText(adoption.body.practice.title, c.var.page.locale).text;
    return await receiptPage(c, kernel, { ...adoption, title, act: 'adopted' });
  });
  app.get('/practices/:id/receipt/:jti', async (c) => {
    const practice = await readPractice(kernel, null, idIn(c));
    if (practice === null || practice.state === 'erased') throw new NotFound('practice');
    const title = pickText(practice.body.title, c.var.page.locale).text;
    return await receiptPage(c, kernel, { ...practice, title, act: 'published' });
  });
  return app;
}

async function receiptPage(
  c: Context<AppEnv>,
  kernel: Kernel,
  { sub, path, title, act }: { sub: string; path: string; title: string; act: 'published' | 'adopted' },
) {
  const { page } = c.var;
  const receipt = await receiptOf(kernel, { sub }, c.req.param('jti'));
  const { done } = receipt;
  return c.html(
    <ReceiptPage
      page={page}
      door="shared-work"
      crumbs={[
        { label: page.t('practices.nav'), href: '/practices' },
        { label: title, href: path },
      ]}
      heading={page.t(done === 'published' ? `practices.receipt.${act}` : `ui.receipt.${done}`)}
      title={title}
      path={path}
      receipt={receipt}
    />,
  );
}
