import { Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { withdrawRoute } from '../../../ui/index.ts';
import { withdrawAdoption, withdrawPractice } from '../commands.ts';
import { readAdoption, readPractice } from '../read.ts';

/** Taking back a practice or an adoption. */
export function withdrawRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  withdrawRoute(app, '/practices/adoptions/:id/withdraw', 'practices.adopt', async (c) => {
    const adoption = await readAdoption(kernel, null, idIn(c));
    if (adoption === null) throw new NotFound('adoption');
    if (adoption.state !== 'live') throw new WithdrawnSubject(adoption.state);
    const { id, path, body } = adoption;
    const name = pickText(body.practice.title, c.var.page.locale).text;
    return {
      ...wordsOf(c.var.page, 'adoption', name, path),
      withdraw: (reason) => withdrawAdoption(kernel, c.var.actor, { id, reason }),
    };
  });
  withdrawRoute(app, '/practices/:id/withdraw', 'practices.withdraw', async (c) => {
    const practice = await readPractice(kernel, null, idIn(c));
    if (practice === null) throw new NotFound('practice');
    if (practice.state !== 'live') throw new WithdrawnSubject(practice.state);
    const { id, path, body } = practice;
    const name = pickText(body.title, c.var.page.locale).text;
    return {
      ...wordsOf(c.var.page, 'practice', name, path),
      withdraw: (reason) => withdrawPractice(kernel, c.var.actor, { id, reason }),
    };
  });
  return app;
}

function wordsOf(page: PageContext, of: 'practice' | 'adoption', name: string, path: string) {
  return {
    door: 'shared-work' as const,
    crumbs: [
      { label: page.t('practices.nav'), href: '/practices' },
      { label: name, href: path },
    ],
    path,
    name,
    title: page.t(`practices.withdraw.${of}`, { title: name }),
    means: [page.t('practices.withdraw.means-partners')],
    button: page.t(`practices.withdraw.button-${of}`),
  };
}
