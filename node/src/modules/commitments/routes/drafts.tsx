import { type Context, Hono } from 'hono';
import { type FormTask, nextTask, type Saved, stateOf, value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { DraftDeletePage } from '../../../ui/index.ts';
import { dropDraft, removeTask, saveTask } from '../commands.ts';
import { type OpenDraft, problemsIn } from '../draft.ts';
import { frameOf } from '../pages/draft-frame.ts';
import { DraftTask } from '../pages/draft-task.tsx';
import { DraftTasks } from '../pages/draft-tasks.tsx';
import { choicesFor } from './choices.ts';
import { openDraft, opened } from './open-draft.ts';
import { filesIn } from './uploaded.ts';

/** The pages of a draft: its tasks, each of them, and how to be rid of it. */
export function draftRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/commitments/drafts/:id', async (c) => {
    return c.html(<DraftTasks page={c.var.page} open={await openDraft(c, kernel)} />);
  });

  app.get('/commitments/drafts/:id/delete', async (c) => {
    const { page } = c.var;
    return c.html(<DraftDeletePage page={page} frame={frameOf(page, await openDraft(c, kernel))} />);
  });
  app.post('/commitments/drafts/:id/delete', async (c) => {
    const { draft, about } = await openDraft(c, kernel);
    await dropDraft(kernel, c.var.actor, draft.id);
    return c.redirect(about?.path ?? '/commitments/new', 303);
  });

  app.get('/commitments/drafts/:id/:task', async (c) => {
    const open = await openDraft(c, kernel);
    const task = taskIn(c, open);
    const problems = stateOf(open.typed, task, problemsIn(open)) === 'problem' ? problemsIn(open, task) : [];
    return c.html(await taskPage(c, kernel, { open, task, problems, to: c.req.query('to') }));
  });

  app.post('/commitments/drafts/:id/:task', async (c) => {
    const before = await openDraft(c, kernel);
    const task = taskIn(c, before);
    const posted = await readTyped(c);
    const step = value(posted, 'step');
    const { id } = before.draft;
    if (step === 'remove' && task.row !== undefined) {
      await removeTask(kernel, c.var.actor, { id, task });
      return c.redirect(before.path, 303);
    }
    const saved: Saved = step === 'later' ? 'later' : 'done';
    const { files, tooLarge } = await filesIn(c, task);
    const draft = await saveTask(kernel, c.var.actor, { id, task, posted, saved, files });
    const open = await opened(c, kernel, draft);
    if (saved === 'later' && tooLarge.length === 0) return c.redirect(open.path, 303);
    const problems = [...tooLarge, ...problemsIn(open, task)];
    const to = value(posted, 'to');
    if (problems.length > 0) return c.html(await taskPage(c, kernel, { open, task, problems, to }), 422);
    return c.redirect(to === 'check' ? `${open.path}/check` : nextOf(open, task), 303);
  });
  return app;
}

type TaskPage = Omit<Parameters<typeof DraftTask>[0], 'page' | 'choices'>;

async function taskPage(c: Context<AppEnv>, kernel: Kernel, shown: TaskPage) {
  const choices = await choicesFor(kernel, c.var.page, shown.open);
  return <DraftTask page={c.var.page} choices={choices} {...shown} />;
}

function taskIn(c: Context<AppEnv>, { tasks }: OpenDraft): FormTask {
  const task = tasks.find(({ name }) => name === c.req.param('task'));
  if (task === undefined) throw new NotFound('task');
  return task;
}

/** The next task that nobody has begun; when there is none, or a row was just written, the list of them. */
function nextOf({ path, tasks, typed }: OpenDraft, task: FormTask): string {
  if (task.row !== undefined) return path;
  const next = nextTask(typed, tasks, task);
  return next === undefined ? path : `${path}/${next.name}`;
}
