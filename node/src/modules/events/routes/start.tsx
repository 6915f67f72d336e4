import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { type Draft, listDrafts } from '../../../kernel/drafts/index.ts';
import { value } from '../../../kernel/forms/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { idIn, isId, pathOf, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { StartPage, type WaitingDraft } from '../../../ui/index.ts';
import { beginEvent, beginRevision } from '../commands.ts';
import { draftPath, draftTitle } from '../draft.ts';
import { EVENT_FORM } from '../kinds.ts';
import { eventCrumbs, eventsCrumb } from '../pages/crumbs.ts';
import { EVENTS } from '../subjects.ts';
import { ownEvent } from './own-event.ts';

/** Where writing begins, and where the drafts are that one has begun. */
export function startRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/events/new', async (c) => {
    requireOffered(c, 'events.publish');
    const { page, actor } = c.var;
    const drafts = await listDrafts(kernel.db, actor, EVENT_FORM);
    return c.html(
      <StartPage
        page={page}
        door="shared-work"
        crumbs={[eventsCrumb(page)]}
        title={page.t('events.list.publish')}
        lead={page.t('events.draft.new-lead')}
        action="/events/new"
        id={uuidv7()}
        revising={false}
        drafts={waitingDrafts(page, drafts)}
      />,
    );
  });
  app.post('/events/new', async (c) => {
    requireOffered(c, 'events.publish');
    const id = await freshId(c, kernel);
    const zone = kernel.config.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    await beginEvent(kernel, c.var.actor, { id, lang: c.var.page.locale, zone });
    return c.redirect(draftPath(id), 303);
  });

  app.get('/events/:id/revise', async (c) => {
    requireOffered(c, 'events.publish');
    const { page, actor } = c.var;
    const row = await ownEvent(kernel, idIn(c));
    const { id, path, body } = row;
    const title = pickText(body.title, page.locale).text;
    const drafts = await listDrafts(kernel.db, actor, EVENT_FORM);
    return c.html(
      <StartPage
        page={page}
        door="shared-work"
        crumbs={eventCrumbs(page, row)}
        title={page.t('events.draft.revise', { title })}
        lead={page.t('events.draft.revise-lead')}
        action={`${path}/revise`}
        id={uuidv7()}
        revising
        drafts={waitingDrafts(
          page,
          drafts.filter(({ subject }) => subject === pathOf(EVENTS, id)),
        )}
      />,
    );
  });
  app.post('/events/:id/revise', async (c) => {
    requireOffered(c, 'events.publish');
    const row = await ownEvent(kernel, idIn(c));
    const id = await freshId(c, kernel);
    await beginRevision(kernel, c.var.actor, { id, row });
    return c.redirect(draftPath(id), 303);
  });
  return app;
}

function waitingDrafts(page: PageContext, drafts: readonly Draft[]): WaitingDraft[] {
  return drafts.map((draft) => ({
    path: draftPath(draft.id),
    title: draftTitle(draft, page.locale),
    kind: page.t(draft.subject === null ? 'events.draft.new' : 'ui.draft.revision'),
    updatedAt: draft.updatedAt,
  }));
}

/** The id that the page gave the draft, so that pressing twice begins once; another where an event came of it already. */
async function freshId(c: Context<AppEnv>, kernel: Kernel): Promise<string> {
  const id = value(await readTyped(c), 'id');
  return isId(id) && (await readSubjectRow(kernel, EVENTS, null, id)) === null ? id : uuidv7();
}
