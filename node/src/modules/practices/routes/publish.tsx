import { type Context, Hono } from 'hono';
import { NoSuchDraft } from '../../../kernel/drafts/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { versionAfter } from '../../../kernel/log/versions.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { isId } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { publishPractice, revisePractice } from '../commands.ts';
import type { OpenDraft } from '../draft.ts';
import { DraftCheckPage } from '../pages/draft-check-page.tsx';
import { DraftTasks } from '../pages/draft-tasks.tsx';
import type { PracticeInput } from '../practice.ts';
import { practiceVersions, readPractice } from '../read.ts';
import { openDraft } from './open-draft.ts';
import { changedSince } from './own-practice.ts';

/** The last step of a draft: everything as it will read, and the button that publishes it. */
export function publishRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/practices/drafts/:id/check', async (c) => {
    const open = await openDraft(c, kernel);
    const { answer } = open;
    if (!answer.ok) return c.redirect(open.path, 303);
    return c.html(<DraftCheckPage page={c.var.page} open={open} body={answer.body} />);
  });

  app.post('/practices/drafts/:id/check', async (c) => {
    const typed = await readTyped(c);
    try {
      const open = await openDraft(c, kernel);
      const { answer } = open;
      if (!answer.ok)
        return c.html(<DraftTasks page={c.var.page} open={open} problems={answer.problems} />, 422);
      const act = await publish(c, kernel, open, { body: answer.body, prev: value(typed, 'prev') });
      return c.redirect(`${new URL(act.sub).pathname}/receipt/${act.jti}`, 303);
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

function publish(
  c: Context<AppEnv>,
  kernel: Kernel,
  { draft, revised }: OpenDraft,
  { body, prev }: { body: PracticeInput; prev: string },
): Promise<Act> {
  const { actor } = c.var;
  return revised === null
    ? publishPractice(kernel, actor, { id: draft.id, draft: draft.id, body })
    : revisePractice(kernel, actor, { id: revised.practice.id, draft: draft.id, prev, body });
}

/** Somebody else published while the answers were being checked: the same page with what changed since it was drawn. */
async function stale(c: Context<AppEnv>, kernel: Kernel, prev: string): Promise<Response> {
  const open = await openDraft(c, kernel);
  const { answer, revised } = open;
  if (!answer.ok || revised === null) return c.redirect(open.path, 303);
  const conflict = await changedSince(kernel, revised.practice, prev);
  const page = <DraftCheckPage page={c.var.page} open={open} body={answer.body} conflict={conflict} />;
  return c.html(page, 409);
}

/** The receipt of what came of a draft that is no more: of the practice with its id, or of the version after `prev`. */
async function receiptOf(kernel: Kernel, id: string, typed: TypedValues): Promise<string | null> {
  const revised = value(typed, 'revised');
  const of = revised === '' ? id : revised;
  const practice = isId(of) ? await readPractice(kernel, null, of) : null;
  if (practice === null) return null;
  const act = versionAfter(await practiceVersions(kernel, practice), revised && value(typed, 'prev'));
  return act === undefined ? null : `${practice.path}/receipt/${act.jti}`;
}
