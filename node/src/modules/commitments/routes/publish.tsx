import { type Context, Hono } from 'hono';
import { NoSuchDraft } from '../../../kernel/drafts/index.ts';
import { value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { versionAfter } from '../../../kernel/log/versions.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import { isId, pathOf, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { publishDraft } from '../commands/publish-draft.ts';
import { WRITTEN } from '../form/forms.ts';
import { DraftCheck } from '../pages/draft-check.tsx';
import { DraftTasks } from '../pages/draft-tasks.tsx';
import { versionsOf } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { choicesFor } from './choices.ts';
import { changedSince, openDraft } from './open-draft.ts';

/** The last step of a draft: everything as it will read, and the button that publishes it. */
export function publishRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/commitments/drafts/:id/check', async (c) => {
    const open = await openDraft(c, kernel);
    if (!open.answer.ok) return c.redirect(open.path, 303);
    const choices = await choicesFor(kernel, c.var.page, open);
    return c.html(<DraftCheck page={c.var.page} open={open} body={open.answer.shown} choices={choices} />);
  });

  app.post('/commitments/drafts/:id/check', async (c) => {
    const typed = await readTyped(c);
    try {
      const open = await openDraft(c, kernel);
      const { answer } = open;
      if (!answer.ok) {
        return c.html(<DraftTasks page={c.var.page} open={open} problems={answer.problems} />, 422);
      }
      const { sub, jti } = await publishDraft(kernel, c.var.actor, open, value(typed, 'prev'));
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
  return app;
}

/** Somebody else published while the answers were being checked: the same page with what changed since it was drawn. */
async function stale(c: Context<AppEnv>, kernel: Kernel, prev: string): Promise<Response> {
  const open = await openDraft(c, kernel);
  const { answer, revised, thing } = open;
  const waiting = value(open.draft.typed, 'waiting');
  // What waited in a file of ours was published by somebody else.
  if (revised === null && waiting !== '') return c.redirect(pathOf(SUBJECTS[thing], waiting), 303);
  if (!answer.ok || revised === null) return c.redirect(open.path, 303);
  const [conflict, choices] = await Promise.all([
    changedSince(kernel, thing, revised.row, prev),
    choicesFor(kernel, c.var.page, open),
  ]);
  const page = (
    <DraftCheck page={c.var.page} open={open} body={answer.shown} choices={choices} conflict={conflict} />
  );
  return c.html(page, 409);
}

/** The receipt of what came of a draft that is no more: of the thing with its id, or of the version after `prev`. */
async function receiptOf(kernel: Kernel, id: string, typed: TypedValues): Promise<string | null> {
  const thing = WRITTEN.find((one) => one === value(typed, 'thing'));
  const revised = value(typed, 'revised');
  const of = revised || value(typed, 'waiting') || id;
  if (thing === undefined || !isId(of)) return null;
  const row = await readSubjectRow(kernel, SUBJECTS[thing], null, of);
  if (row === null) return null;
  const act = versionAfter(await versionsOf(kernel, thing, row), revised && value(typed, 'prev'));
  return act === undefined ? null : `${pathOf(SUBJECTS[thing], of)}/receipt/${act.jti}`;
}
