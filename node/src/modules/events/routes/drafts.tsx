import { type Context, Hono } from 'hono';
import { NoSuchDraft } from '../../../kernel/drafts/index.ts';
import { type FormTask, nextTask, type Saved, stateOf, value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { versionAfter } from '../../../kernel/log/versions.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import { isId, pathOf, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { DraftDeletePage } from '../../../ui/index.ts';
import { dropDraft, publishEvent, removeTask, reviseEvent, saveTask } from '../commands.ts';
import { type OpenDraft, problemsIn } from '../draft.ts';
import { DraftCheck, DraftTask, DraftTasks, frameOf } from '../pages/draft-pages.tsx';
import { EVENTS } from '../subjects.ts';
import { changedSince, openDraft, opened, versionsOf } from './own-event.ts';

/** The pages of a draft: its tasks, each of them, all answers with the button that publishes, and how to be rid of it. */
export function draftRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/events/drafts/:id', async (c) => {
    return c.html(<DraftTasks page={c.var.page} open={await openDraft(c, kernel)} />);
  });

  app.get('/events/drafts/:id/delete', async (c) => {
    const { page } = c.var;
    return c.html(<DraftDeletePage page={page} frame={frameOf(page, await openDraft(c, kernel))} />);
  });
  app.post('/events/drafts/:id/delete', async (c) => {
    const { draft } = await openDraft(c, kernel);
    await dropDraft(kernel, c.var.actor, draft.id);
    return c.redirect('/events/new', 303);
  });

  app.get('/events/drafts/:id/check', async (c) => {
    const open = await openDraft(c, kernel);
    if (!open.answer.ok) return c.redirect(open.path, 303);
    return c.html(<DraftCheck page={c.var.page} open={open} body={open.answer.shown} />);
  });
  app.post('/events/drafts/:id/check', async (c) => {
    const typed = await readTyped(c);
    try {
      const open = await openDraft(c, kernel);
      const { answer, draft, revised } = open;
      if (!answer.ok)
        return c.html(<DraftTasks page={c.var.page} open={open} problems={answer.problems} />, 422);
      const version = { draft: draft.id, body: answer.body };
      const { sub, jti } =
        revised === null
          ? await publishEvent(kernel, c.var.actor, { id: draft.id, ...version })
          : await reviseEvent(kernel, c.var.actor, {
              ...{ id: revised.row.id, prev: value(typed, 'prev') },
              ...version,
            });
      return c.redirect(`${new URL(sub).pathname}/receipt/${jti}`, 303);
    } catch (error) {
      if (error instanceof StalePredecessor) return await stale(c, kernel, value(typed, 'prev'));
      if (!(error instanceof NoSuchDraft)) throw error;
      // The button was pressed before: what came of the draft then counts.
      const receipt = await receiptOf(kernel, c.req.param('id'), typed);
      if (receipt === null) throw error;
      return c.redirect(receipt, 303);
    }
  });

  app.get('/events/drafts/:id/:task', async (c) => {
    const open = await openDraft(c, kernel);
    const task = taskIn(c, open);
    const state = stateOf(open.draft.typed, task, problemsIn(open));
    const problems = state === 'problem' ? problemsIn(open, task) : [];
    const to = c.req.query('to');
    return c.html(<DraftTask page={c.var.page} open={open} task={task} to={to} problems={problems} />);
  });
  app.post('/events/drafts/:id/:task', async (c) => {
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
    const open = await opened(c, kernel, await saveTask(kernel, c.var.actor, { id, task, posted, saved }));
    if (saved === 'later') return c.redirect(open.path, 303);
    const problems = problemsIn(open, task);
    const to = value(posted, 'to');
    if (problems.length > 0)
      return c.html(<DraftTask page={c.var.page} open={open} task={task} to={to} problems={problems} />, 422);
    return c.redirect(to === 'check' ? `${open.path}/check` : nextOf(open, task), 303);
  });
  return app;
}

function taskIn(c: Context<AppEnv>, { tasks }: OpenDraft): FormTask {
  const task = tasks.find(({ name }) => name === c.req.param('task'));
  if (task === undefined) throw new NotFound('task');
  return task;
}

/** The next task that nobody has begun; when there is none, or a session was just written, the list of them. */
function nextOf({ path, tasks, draft }: OpenDraft, task: FormTask): string {
  if (task.row !== undefined) return path;
  const next = nextTask(draft.typed, tasks, task);
  return next === undefined || next.row !== undefined ? path : `${path}/${next.name}`;
}

/** Somebody else published while the answers were being checked: the same page with what changed since it was drawn. */
async function stale(c: Context<AppEnv>, kernel: Kernel, prev: string): Promise<Response> {
  const open = await openDraft(c, kernel);
  const { answer, revised } = open;
  if (!answer.ok || revised === null) return c.redirect(open.path, 303);
  const conflict = await changedSince(kernel, revised.row, prev);
  return c.html(<DraftCheck page={c.var.page} open={open} body={answer.shown} conflict={conflict} />, 409);
}

/** The receipt of what came of a draft that is no more: of the event with its id, or of the version after `prev`. */
async function receiptOf(kernel: Kernel, id: string, typed: TypedValues): Promise<string | null> {
  const revised = value(typed, 'revised');
  const of = revised || id;
  const row = isId(of) ? await readSubjectRow(kernel, EVENTS, null, of) : null;
  if (row === null) return null;
  const act = versionAfter(await versionsOf(kernel, row), revised && value(typed, 'prev'));
  return act === undefined ? null : `${pathOf(EVENTS, of)}/receipt/${act.jti}`;
}
