import type { Context } from 'hono';
import type { FieldProblem } from '../../../kernel/forms/problems.ts';
import type { Change } from '../../../kernel/log/difference.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import type { Act } from '../../../kernel/records/record.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import type { FormAnswer } from '../form/practice-form.ts';

type Page = Parameters<Context['html']>[0];

interface FormFaults {
  problems?: readonly FieldProblem[];
  conflict?: readonly Change[];
}

/** The way from a form over the page where answers are checked to the act. */
export interface Steps<Body> {
  read(typed: TypedValues): FormAnswer<Body>;
  form(typed: TypedValues, faults: FormFaults): Page;
  check(typed: TypedValues, body: Body): Page;
  publish(typed: TypedValues, body: Body): Promise<Act>;
  /** Where the receipt of the act is shown. */
  receipt(act: Act): string;
  /** Another version came first: its latest record and what it changed; or where to go instead. */
  stale(typed: TypedValues): Promise<{ prev: string; changes: readonly Change[] } | { redirect: string }>;
}

/** Answers a post of any step; nothing that was typed is lost on the way. */
export async function takeStep<Body>(c: Context<AppEnv>, steps: Steps<Body>): Promise<Response> {
  const typed = await readTyped(c);
  const step = value(typed, 'step');
  if (step === 'languages' || step === 'edit') return c.html(steps.form(typed, {}));
  const answer = steps.read(typed);
  if (!answer.ok) return c.html(steps.form(typed, { problems: answer.problems }), 422);
  if (step !== 'publish') return c.html(steps.check(typed, answer.body));
  try {
    return c.redirect(steps.receipt(await steps.publish(typed, answer.body)), 303);
  } catch (error) {
    if (!(error instanceof StalePredecessor)) throw error;
    const stale = await steps.stale(typed);
    if ('redirect' in stale) return c.redirect(stale.redirect, 303);
    return c.html(steps.form({ ...typed, prev: [stale.prev] }, { conflict: stale.changes }), 409);
  }
}
