import { type Context, Hono } from 'hono';
import { NoSuchDraft } from '../../../kernel/drafts/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import { idIn, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { DraftDeletePage } from '../../../ui/index.ts';
import { changeProjectDraft, dropProjectDraft, publishProject } from '../commands.ts';
import { faultsOf, stateOf, type TaskName, tasksOf, withTask } from '../form/project-tasks.ts';
import { DraftCheck, DraftTask, DraftTasks, frameOf } from '../pages/draft-pages.tsx';
import { SUBJECTS } from '../subjects.ts';
import { type OpenDraft, openDraft, opened } from './open-draft.ts';

/** The pages of a draft: its tasks, each of them, all answers with the button that publishes, and how to be rid of it. */
export function draftRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/projects/drafts/:id', async (c) => {
    return c.html(<DraftTasks page={c.var.page} open={await openDraft(c, kernel)} />);
  });
  app.get('/projects/drafts/:id/delete', async (c) => {
    const { page } = c.var;
    return c.html(<DraftDeletePage page={page} frame={frameOf(page, await openDraft(c, kernel))} />);
  });
  app.post('/projects/drafts/:id/delete', async (c) => {
    const { draft } = await openDraft(c, kernel);
    await dropProjectDraft(kernel, c.var.actor, draft.id);
    return c.redirect('/projects/new', 303);
  });
  app.get('/projects/drafts/:id/check', async (c) => {
    const open = await openDraft(c, kernel);
    if (!open.answer.ok) return c.redirect(open.path, 303);
    return c.html(<DraftCheck page={c.var.page} open={open} />);
  });
  app.post('/projects/drafts/:id/check', (c) => publish(c, kernel));

  app.get('/projects/drafts/:id/:task', async (c) => {
    const open = await openDraft(c, kernel);
    const task = taskIn(c, open);
    return c.html(
      <DraftTask page={c.var.page} open={open} task={task} errors={shownFaults(c, open, task)} />,
    );
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
      return c.html(<DraftTask page={page} open={open} task={task} errors={errors} />, 422);
    return c.redirect(nextOf(c, open, task), 303);
  });
  return app;
}

async function publish(c: Context<AppEnv>, kernel: Kernel): Promise<Response> {
  const { page, actor } = c.var;
  const posted = await readTyped(c);
  try {
    const open = await openDraft(c, kernel);
    const { draft, answer, revised } = open;
    if (!answer.ok) return c.html(<DraftTasks page={page} open={open} tried />, 422);
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
      return c.html(<DraftCheck page={page} open={await openDraft(c, kernel)} />, 409);
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
