import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { type Draft, listDrafts } from '../../../kernel/drafts/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { idIn, isId, pathOf } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { StartPage, type WaitingDraft } from '../../../ui/index.ts';
import { beginPractice, beginRevision } from '../commands.ts';
import { draftPath, draftTitle } from '../draft.ts';
import { PRACTICE_FORM } from '../kinds.ts';
import { readPractice } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { ownPractice } from './own-practice.ts';

/** Where writing begins, and where the drafts are that one has begun. */
export function startRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/practices/new', async (c) => {
    requireOffered(c, 'practices.publish');
    const { page, actor } = c.var;
    return c.html(
      <StartPage
        page={page}
        door="shared-work"
        crumbs={[practicesCrumb(page)]}
        title={page.t('practices.edit.new')}
        lead={page.t('practices.edit.new-lead')}
        action="/practices/new"
        id={uuidv7()}
        revising={false}
        drafts={waiting(page, await listDrafts(kernel.db, actor, PRACTICE_FORM))}
      />,
    );
  });
  app.post('/practices/new', async (c) => {
    requireOffered(c, 'practices.publish');
    const id = await freshId(c, kernel);
    await beginPractice(kernel, c.var.actor, { id, lang: c.var.page.locale });
    return c.redirect(draftPath(id), 303);
  });

  app.get('/practices/:id/revise', async (c) => {
    requireOffered(c, 'practices.revise');
    const { page, actor } = c.var;
    const { id, path, body } = await ownPractice(kernel, idIn(c));
    const drafts = await listDrafts(kernel.db, actor, PRACTICE_FORM);
    const title = pickText(body.title, page.locale).text;
    return c.html(
      <StartPage
        page={page}
        door="shared-work"
        crumbs={[practicesCrumb(page), { label: title, href: path }]}
        title={page.t('practices.edit.revise', { title })}
        lead={page.t('practices.edit.revise-lead')}
        action={`${path}/revise`}
        id={uuidv7()}
        revising
        drafts={waiting(
          page,
          drafts.filter(({ subject }) => subject === pathOf(SUBJECTS.practice, id)),
        )}
      />,
    );
  });
  app.post('/practices/:id/revise', async (c) => {
    requireOffered(c, 'practices.revise');
    const practice = await ownPractice(kernel, idIn(c));
    const id = await freshId(c, kernel);
    await beginRevision(kernel, c.var.actor, { id, practice });
    return c.redirect(draftPath(id), 303);
  });
  return app;
}

function practicesCrumb(page: PageContext) {
  return { label: page.t('practices.nav'), href: '/practices' };
}

function waiting(page: PageContext, drafts: readonly Draft[]): WaitingDraft[] {
  return drafts.map((draft) => ({
    path: draftPath(draft.id),
    title: draftTitle(draft, page.locale),
    kind: page.t(draft.subject === null ? 'practices.draft.new' : 'ui.draft.revision'),
    updatedAt: draft.updatedAt,
  }));
}

/** The id that the page gave the draft, so that pressing twice begins once; another where a practice came of it already. */
async function freshId(c: Context<AppEnv>, kernel: Kernel): Promise<string> {
  const id = value(await readTyped(c), 'id');
  return isId(id) && (await readPractice(kernel, null, id)) === null ? id : uuidv7();
}
