import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { DraftDeletePage } from '../../../ui/index.ts';
import { dropDraft, saveTask } from '../commands.ts';
import { draftPath, draftTitle, type OpenDraft } from '../draft.ts';
import { isTask, stateOf, type TaskName, taskOf, tasksOf } from '../form/tasks.ts';
import { frameOf } from '../pages/draft-frame.ts';
import { DraftTask } from '../pages/draft-task.tsx';
import { DraftTasks } from '../pages/draft-tasks.tsx';
import { draftIn, openDraft, withRevised } from './open-draft.ts';

/** The pages of a draft: its tasks, each of them, and how to be rid of it. */
export function draftRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/practices/drafts/:id', async (c) => {
    return c.html(<DraftTasks page={c.var.page} open={await openDraft(c, kernel)} />);
  });

  app.get('/practices/drafts/:id/delete', async (c) => {
    const { page } = c.var;
    const draft = await draftIn(c, kernel);
    const open = { path: draftPath(draft.id), title: draftTitle(draft, page.locale), revised: null };
    return c.html(<DraftDeletePage page={page} frame={frameOf(page, open)} />);
  });
  app.post('/practices/drafts/:id/delete', async (c) => {
    const draft = await draftIn(c, kernel);
    await dropDraft(kernel, c.var.actor, draft.id);
    return c.redirect(c.var.page.may('practices.publish') ? '/practices/new' : '/practices', 303);
  });

  app.get('/practices/drafts/:id/:task', async (c) => {
    const open = await openDraft(c, kernel);
    const task = taskIn(c, open);
    const state = stateOf(open.draft.typed, task, problemsOf(open));
    const problems = state === 'problem' ? problemsOf(open, task) : [];
    return c.html(
      <DraftTask page={c.var.page} open={open} task={task} to={c.req.query('to')} problems={problems} />,
    );
  });
  app.post('/practices/drafts/:id/:task', async (c) => {
    const { draft: before } = await openDraft(c, kernel);
    const task = taskIn(c, { revised: before.subject });
    const posted = await readTyped(c);
    const saved = value(posted, 'step') === 'later' ? 'later' : 'done';
    const draft = await saveTask(kernel, c.var.actor, { id: before.id, task, posted, saved });
    const open = await withRevised(c, kernel, draft);
    if (saved === 'later') return c.redirect(open.path, 303);
    const problems = problemsOf(open, task);
    const to = value(posted, 'to');
    if (problems.length > 0)
      return c.html(<DraftTask page={c.var.page} open={open} task={task} to={to} problems={problems} />, 422);
    return c.redirect(to === 'check' ? `${open.path}/check` : nextOf(open, task), 303);
  });
  return app;
}

function taskIn(c: Context<AppEnv>, { revised }: { revised: unknown }): TaskName {
  const task: string | undefined = c.req.param('task');
  if (!isTask(task, revised !== null)) throw new NotFound('task');
  return task;
}

function problemsOf({ answer }: OpenDraft, task?: TaskName) {
  const problems = answer.ok ? [] : answer.problems;
  return task === undefined ? problems : problems.filter(({ field }) => taskOf(field) === task);
}

/** The next task that nobody has begun; when there is none, the list of them. */
function nextOf(open: OpenDraft, task: TaskName): string {
  const tasks = tasksOf(open.revised !== null);
  const next = tasks
    .slice(tasks.indexOf(task) + 1)
    .find((one) => stateOf(open.draft.typed, one, []) === 'not-started');
  return next === undefined ? open.path : `${open.path}/${next}`;
}
