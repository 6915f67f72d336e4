import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { formLanguages, value, writeFields } from '../../../kernel/forms/index.ts';
import { languagesOf } from '../../../kernel/i18n/lang-text.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { StalePredecessor, WithdrawnSubject } from '../../../kernel/records/error.ts';
import { idIn, idOf, isId, readSubjectRow, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { publishOutcome } from '../commands.ts';
import type { Event } from '../event.ts';
import { OUTCOME_FIELDS, readOutcomeForm } from '../form/outcome-form.ts';
import type { Outcome } from '../outcome.ts';
import { OutcomeFormPage } from '../pages/outcome-form-page.tsx';
import { EVENTS, OUTCOMES } from '../subjects.ts';
import { ownEvent } from './own-event.ts';

/** Saying what came of an event of ours, and saying it anew. */
export function outcomeRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/events/:id/outcome', async (c) => {
    requireOffered(c, 'events.publish');
    const event = await ownEvent(kernel, idIn(c));
    const typed = { source: [c.var.page.locale], id: [uuidv7()] };
    return c.html(formPage(c, event, `${event.path}/outcome`, typed));
  });
  app.post('/events/:id/outcome', async (c) => {
    requireOffered(c, 'events.publish');
    const event = await ownEvent(kernel, idIn(c));
    const typed = await readTyped(c);
    const action = `${event.path}/outcome`;
    const answer = answerIn(c, typed, {});
    if (answer === null) return c.html(formPage(c, event, action, typed));
    if (!answer.ok) return c.html(formPage(c, event, action, typed, answer.problems), 422);
    const asked = value(typed, 'id');
    const id = isId(asked) ? asked : uuidv7();
    // The button was pressed before: what came of it then counts.
    if ((await readSubjectRow(kernel, OUTCOMES, null, id)) === null)
      await publishOutcome(kernel, c.var.actor, { id, event: event.id, body: answer.body });
    return c.redirect(`${event.path}#outcome-${id}`, 303);
  });

  app.get('/events/outcomes/:id/revise', async (c) => {
    requireOffered(c, 'events.publish');
    const { outcome, event } = await ownOutcome(kernel, idIn(c));
    return c.html(formPage(c, event, `${outcome.path}/revise`, typedOf(outcome)));
  });
  app.post('/events/outcomes/:id/revise', async (c) => {
    requireOffered(c, 'events.publish');
    const { outcome, event } = await ownOutcome(kernel, idIn(c));
    const typed = await readTyped(c);
    const action = `${outcome.path}/revise`;
    const { event: _reference, ...base } = outcome.body;
    const answer = answerIn(c, typed, base);
    if (answer === null) return c.html(formPage(c, event, action, typed));
    if (!answer.ok) return c.html(formPage(c, event, action, typed, answer.problems), 422);
    const { id } = outcome;
    try {
      await publishOutcome(kernel, c.var.actor, { id, prev: value(typed, 'prev'), body: answer.body });
    } catch (error) {
      if (!(error instanceof StalePredecessor)) throw error;
      // Another was faster: the form again with what was typed, on top of that version.
      return c.html(formPage(c, event, action, { ...typed, prev: [outcome.latest] }), 409);
    }
    return c.redirect(`${event.path}#outcome-${id}`, 303);
  });
  return app;
}

function formPage(
  c: Context<AppEnv>,
  event: SubjectRow<Event>,
  action: string,
  typed: TypedValues,
  problems: Parameters<typeof OutcomeFormPage>[0]['problems'] = [],
) {
  const { page } = c.var;
  const langs = formLanguages(typed, page.locale);
  return (
    <OutcomeFormPage
      page={page}
      event={event}
      action={action}
      typed={typed}
      langs={langs}
      problems={problems}
    />
  );
}

/** What the form says; null where only its languages were to change. */
function answerIn(c: Context<AppEnv>, typed: TypedValues, base: Record<string, unknown>) {
  if (value(typed, 'step') === 'languages') return null;
  return readOutcomeForm(typed, formLanguages(typed, c.var.page.locale), base);
}

function typedOf({ body, latest }: SubjectRow<Outcome>): TypedValues {
  const [source = '', ...others] = languagesOf(body.summary);
  return { ...writeFields({ ...body }, OUTCOME_FIELDS), source: [source], lang: others, prev: [latest] };
}

/** @throws NotFound, WithdrawnSubject */
async function ownOutcome(kernel: Kernel, id: string) {
  const outcome = await readSubjectRow(kernel, OUTCOMES, null, id);
  if (outcome === null) throw new NotFound('outcome');
  if (outcome.state !== 'live') throw new WithdrawnSubject(outcome.state);
  return { outcome, event: await ownEvent(kernel, idOf(EVENTS, outcome.body.event.sub) ?? '') };
}
