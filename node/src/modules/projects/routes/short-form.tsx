import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { KoinonError } from '../../../kernel/error.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { isId, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { formLanguages, value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { errorSentence } from '../../../kernel/web/sentence.ts';
import type { FieldErrors } from '../../../ui/index.ts';
import { readFields } from '../form/read.ts';
import { FormPage, type FormWords } from '../pages/form-page.tsx';
import { SUBJECTS, type Thing } from '../subjects.ts';

/** A form on one page that becomes one record. */
export interface ShortForm {
  paths: readonly string[];
  permission: string;
  /** What it makes. */
  thing: Thing;
  /** What the form is about, looked up for this request: its words, and what its button does. */
  open(c: Context<AppEnv>): Promise<OpenForm>;
}

export interface OpenForm extends Answering {
  words: FormWords;
  /** Values to begin with. */
  typed?: TypedValues;
  /** Fields of an earlier version that the form does not show. */
  kept?: Readonly<Record<string, unknown>>;
}

/** What is read from the form, and what becomes of it. */
interface Answering {
  schema: z.ZodType;
  publish(made: Made<unknown>): Promise<Act>;
}

interface Made<Body> {
  id: string;
  prev: string | null;
  body: Body;
}

/** Keeps the type of a schema for the act that is made of it. */
export function answering<Body>(
  schema: z.ZodType<Body>,
  publish: (made: Made<Body>) => Promise<Act>,
): Answering {
  return { schema, publish: publish as Answering['publish'] };
}

/** The routes of a form: to see it, and to send it. Nothing that was typed is lost on the way. */
export function shortForm(kernel: Kernel, form: ShortForm): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const path of form.paths) {
    app.get(path, async (c) => {
      requireOffered(c, form.permission);
      const { words, typed } = await form.open(c);
      const begun = { id: [uuidv7()], source: [c.var.page.locale], ...typed };
      return c.html(<FormPage page={c.var.page} words={words} typed={begun} />);
    });
    app.post(path, async (c) => {
      requireOffered(c, form.permission);
      return await send(c, kernel, form);
    });
  }
  return app;
}

async function send(c: Context<AppEnv>, kernel: Kernel, form: ShortForm): Promise<Response> {
  const { page } = c.var;
  const typed = await readTyped(c);
  const id = isId(value(typed, 'id')) ? value(typed, 'id') : uuidv7();
  const prev = value(typed, 'prev') || null;
  if (prev === null) {
    // The button was pressed before: what came of it then counts.
    const before = await receiptOf(kernel, form.thing, id);
    if (before !== null) return c.redirect(before, 303);
  }
  const open = await form.open(c);
  const again = (errors: FieldErrors, status: 200 | 409 | 422) =>
    c.html(
      <FormPage page={page} words={open.words} typed={{ ...typed, id: [id] }} errors={errors} />,
      status,
    );
  if (value(typed, 'step') === 'languages') return again({}, 200);
  const langs = formLanguages(typed, page.locale);
  const words = { t: page.t, has: kernel.i18n.has };
  const answer = readFields(typed, langs, open.words.fields, open.schema, words, open.kept);
  if (!answer.ok) return again(answer.errors, 422);
  try {
    const { sub, jti } = await open.publish({ id, prev, body: answer.body });
    return c.redirect(`${new URL(sub).pathname}/receipt/${jti}`, 303);
  } catch (error) {
    if (error instanceof StalePredecessor && prev === null) {
      const before = await receiptOf(kernel, form.thing, id);
      if (before !== null) return c.redirect(before, 303);
    }
    if (!(error instanceof KoinonError) || ![409, 412, 422].includes(error.status)) throw error;
    const [first] = open.words.fields;
    const control = first?.as === 'text' ? `${first.name}.${langs[0]}` : (first?.name ?? 'id');
    return again({ [control]: errorSentence(kernel, page.t, error).text }, error.status === 422 ? 422 : 409);
  }
}

async function receiptOf(kernel: Kernel, thing: Thing, id: string): Promise<string | null> {
  const row = await readSubjectRow(kernel, SUBJECTS[thing], null, id);
  return row === null ? null : `${row.path}/receipt/${row.jti}`;
}
