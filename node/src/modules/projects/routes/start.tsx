import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { listDrafts } from '../../../kernel/drafts/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { idIn, isId, pathOf, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { StartPage } from '../../../ui/index.ts';
import { beginProject } from '../commands.ts';
import { writeProject } from '../form/project-tasks.ts';
import { PROJECT_FORM } from '../kinds.ts';
import type { Project } from '../project.ts';
import { SUBJECTS } from '../subjects.ts';
import { projectsCrumb } from './open.ts';
import { draftPath, draftTitle, ownProject } from './open-draft.ts';

/** Where writing begins, and where the drafts are that one has begun. */
export function startRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/projects/new', (c) => start(c, kernel, null));
  app.post('/projects/new', (c) => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return begin(c, kernel, null, { source: [c.var.page.locale], zone: [zone] });
  });
  app.get('/projects/:id/revise', async (c) => {
    requireOffered(c, 'projects.publish');
    return await start(c, kernel, await ownProject(kernel, idIn(c)));
  });
  app.post('/projects/:id/revise', async (c) => {
    requireOffered(c, 'projects.publish');
    const project = await ownProject(kernel, idIn(c));
    const typed = { ...writeProject(c.var.page, project.body), prev: [project.latest] };
    return await begin(c, kernel, pathOf(SUBJECTS.project, project.id), typed);
  });
  return app;
}

async function start(c: Context<AppEnv>, kernel: Kernel, revised: SubjectRow<Project> | null) {
  requireOffered(c, 'projects.publish');
  const { page, actor } = c.var;
  const drafts = await listDrafts(kernel.db, actor, PROJECT_FORM);
  const title = revised === null ? '' : pickText(revised.body.title, page.locale).text;
  const path = revised?.path;
  return c.html(
    <StartPage
      page={page}
      door="shared-work"
      crumbs={[projectsCrumb(page), ...(path === undefined ? [] : [{ label: title, href: path }])]}
      title={page.t(`projects.draft.${path === undefined ? 'new' : 'revise'}`, { title })}
      lead={path && page.t('projects.draft.revise-lead')}
      action={path === undefined ? '/projects/new' : `${path}/revise`}
      id={uuidv7()}
      revising={path !== undefined}
      drafts={drafts.map((draft) => ({
        path: draftPath(draft.id),
        title: draftTitle(draft, page.locale),
        kind: page.t(draft.subject === null ? 'projects.draft.kind' : 'ui.draft.revision'),
        updatedAt: draft.updatedAt,
      }))}
    />,
  );
}

async function begin(c: Context<AppEnv>, kernel: Kernel, subject: string | null, typed: TypedValues) {
  requireOffered(c, 'projects.publish');
  const asked = value(await readTyped(c), 'id');
  const id = isId(asked) ? asked : uuidv7();
  await beginProject(kernel, c.var.actor, { id, subject, typed });
  return c.redirect(draftPath(id), 303);
}
