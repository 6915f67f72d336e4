import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { listDrafts, NoSuchDraft } from '../../../kernel/drafts/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import { idIn, isId, pathOf, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { beginProject, changeProjectDraft, dropProjectDraft, publishProject } from '../commands.ts';
import { faultsOf, stateOf, type TaskName, tasksOf, withTask, writeProject } from '../form/project-tasks.ts';
import { PROJECT_FORM } from '../kinds.ts';
import { CheckPage, DeletePage, DraftPage, StartPage, TaskPage } from '../pages/draft-pages.tsx';
import { SUBJECTS } from '../subjects.ts';
import { draftPath, type OpenDraft, openDraft, opened, ownProject } from './open-draft.ts';

/** Writing a project as a list of tasks, from its beginning to the button that publishes it. */
export function draftRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/projects/new', (c) => start(c, kernel, '/projects/new', null));
  app.post('/projects/new', (c) => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return begin(c, kernel, null, { source: [c.var.page.locale], zone: [zone] });
  });
  app.get('/projects/:id/revise', async (c) => {
    requireOffered(c, 'projects.publish');
    const { path, body } = await ownProject(kernel, idIn(c));
    const title = pickText(body.title, c.var.page.locale).text;
    return await start(c, kernel, `${path}/revise`, { title, path });
  });
  app.post('/projects/:id/revise', async (c) => {
    requireOffered(c, 'projects.publish');
    const project = await ownProject(kernel, idIn(c));
    const typed = { ...writeProject(c.var.page, project.body), prev: [project.latest] };
    return await begin(c, kernel, pathOf(SUBJECTS.project, project.id), typed);
  });

  app.get('/projects/drafts/:id', async (c) => {
    return c.html(<DraftPage page={c.var.page} open={await openDraft(c, kernel)} />);
  });
  app.get('/projects/drafts/:id/delete', async (c) => {
    return c.html(<DeletePage page={c.var.page} open={await openDraft(c, kernel)} />);
  });
  app.post('/projects/drafts/:id/delete', async (c) => {
    const { draft } = await openDraft(c, kernel);
    await dropProjectDraft(kernel, c.var.actor, draft.id);
    return c.redirect('/projects/new', 303);
  });
  app.get('/projects/drafts/:id/check', async (c) => {
    const open = await openDraft(c, kernel);
    if (!open.answer.ok) return c.redirect(open.path, 303);
    return c.html(<CheckPage page={c.var.page} open={open} />);
  });
  app.post('/projects/drafts/:id/check', (c) => publish(c, kernel));

  app.get('/projects/drafts/:id/:task', async (c) => {
    const open = await openDraft(c, kernel);
    const task = taskIn(c, open);
    return c.html(<TaskPage page={c.var.page} open={open} task={task} errors={shownFaults(c, open, task)} />);
  });
  app.post('/projects/drafts/:id/:task', async (c) => {
    const { page, actor } = c.var;
    const before = await openDraft(c, kernel);
    const task = taskIn(c, before);
    const posted = await readTyped(c);
    const saved = value(posted, 'step') === 'later' ? 'later' : 'done';
    const draft = await changeProjectDraft(kernel, actor, before.draft.id, (typed) =>
      withTask(page, typed, task, posted, saved),
    );
    const open = await opened(c, kernel, draft);
    if (saved === 'later') return c.redirect(open.path, 303);
    const errors = shownFaults(c, open, task);
    if (Object.keys(errors).length > 0)
      return c.html(<TaskPage page={page} open={open} task={task} errors={errors} />, 422);
    return c.redirect(nextOf(c, open, task), 303);
  });
  return app;
}

async function start(
  c: Context<AppEnv>,
  kernel: Kernel,
  action: string,
  revised: { title: string; path: string } | null,
) {
  requireOffered(c, 'projects.publish');
  const drafts = await listDrafts(kernel.db, c.var.actor, PROJECT_FORM);
  return c.html(
    <StartPage page={c.var.page} action={action} id={uuidv7()} revised={revised} drafts={drafts} />,
  );
}

async function begin(c: Context<AppEnv>, kernel: Kernel, subject: string | null, typed: TypedValues) {
  requireOffered(c, 'projects.publish');
  const asked = value(await readTyped(c), 'id');
  const id = isId(asked) ? asked : uuidv7();
  await beginProject(kernel, c.var.actor, { id, subject, typed });
  return c.redirect(draftPath(id), 303);
}

async function publish(c: Context<AppEnv>, kernel: Kernel): Promise<Response> {
  const { page, actor } = c.var;
  const posted = await readTyped(c);
  try {
    const open = await openDraft(c, kernel);
    const { draft, answer, revised } = open;
    if (!answer.ok) return c.html(<DraftPage page={page} open={open} tried />, 422);
    const id = revised === null ? draft.id : revised.project.id;
    const prev = revised === null ? null : value(posted, 'prev');
    const { sub, jti } = await publishProject(kernel, actor, {
      id,
      prev,
      draft: draft.id,
      body: answer.body,
    });
    return c.redirect(`${new URL(sub).pathname}/receipt/${jti}`, 303);
  } catch (error) {
    // Somebody else published meanwhile: the same page, which says so.
    if (error instanceof StalePredecessor)
      return c.html(<CheckPage page={page} open={await openDraft(c, kernel)} />, 409);
    if (!(error instanceof NoSuchDraft)) throw error;
    // The button was pressed before: what came of the draft then counts.
    const made = await readSubjectRow(kernel, SUBJECTS.project, null, idIn(c));
    if (made === null) throw error;
    return c.redirect(`${made.path}/receipt/${made.jti}`, 303);
  }
}

function taskIn(c: Context<AppEnv>, { revised }: OpenDraft): TaskName {
  const task = tasksOf(revised !== null).find((name) => name === c.req.param('task'));
  if (task === undefined) throw new NotFound('task');
  return task;
}

/** What is wrong with a task that was said to be done. */
function shownFaults(c: Context<AppEnv>, { draft, answer }: OpenDraft, task: TaskName) {
  if (answer.ok || value(draft.typed, `saved.${task}`) !== 'done') return {};
  return faultsOf(c.var.page, task, draft.typed, answer.errors);
}

/** The next task that nobody has begun; when there is none, the list of them. */
function nextOf(c: Context<AppEnv>, { path, draft, revised }: OpenDraft, task: TaskName): string {
  const tasks = tasksOf(revised !== null);
  const next = tasks
    .slice(tasks.indexOf(task) + 1)
    .find((one) => stateOf(c.var.page, one, draft.typed, {}) === 'not-started');
  return next === undefined ? path : `${path}/${next}`;
}
