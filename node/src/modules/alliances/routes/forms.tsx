import type { Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { isId } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { FORMS } from '../forms/forms.ts';
import { readAnswer, writeBody } from '../forms/read.ts';
import { FormPage, type FormPageProps } from '../pages/form-page.tsx';
import type { Life } from '../read/life.ts';

/** One form of staff: what it is about, and what its answer does. */
export interface StaffForm<Body> {
  form: keyof typeof FORMS;
  permission: string;
  schema: z.ZodType<Body>;
  /** Loads what the form is about. @throws NotFound, or why there is nothing to do here */
  open(c: Context<AppEnv>): Promise<Opened<Body>>;
}

export interface Opened<Body> {
  life: Life;
  title: string;
  lead: string;
  button: string;
  becomesPublic: string;
  danger?: boolean;
  /** In a revision: the body that is revised, and its latest record. */
  before?: { body: object; latest: string };
  run(answer: { id: string; prev: string | undefined; body: Body }): Promise<Act>;
  /** Where to go when the same form comes a second time. */
  back: string;
}

export function mountForm<Body>(
  app: Hono<AppEnv>,
  kernel: Kernel,
  path: string,
  form: StaffForm<Body>,
): void {
  const { schema, permission } = form;
  const fields = FORMS[form.form];
  const draw = (
    c: Context<AppEnv>,
    opened: Opened<Body>,
    rest: Pick<FormPageProps, 'typed' | 'errors' | 'conflict'>,
  ) => {
    const { page } = c.var;
    const { life, title, lead, button, becomesPublic, danger } = opened;
    return (
      <FormPage
        {...{ page, life, fields, title, lead, button, becomesPublic, danger }}
        action={page.path}
        {...rest}
      />
    );
  };
  app.get(path, async (c) => {
    requireOffered(c, permission);
    const opened = await form.open(c);
    return c.html(draw(c, opened, { typed: fresh(c, opened, fields) }));
  });
  app.post(path, async (c) => {
    requireOffered(c, permission);
    const typed = await readTyped(c);
    const opened = await form.open(c);
    if (value(typed, 'step') === 'languages') return c.html(draw(c, opened, { typed }));
    const answer = readAnswer(fields, schema, typed, { page: c.var.page, known: kernel.i18n.has });
    if (!answer.ok) return c.html(draw(c, opened, { typed, errors: answer.errors }), 422);
    const id = value(typed, 'id');
    const prev = value(typed, 'prev') || undefined;
    try {
      const act = await opened.run({ id: isId(id) ? id : uuidv7(), prev, body: answer.body });
      return c.redirect(`/alliances/receipts/${act.jti}`, 303);
    } catch (error) {
      if (!(error instanceof StalePredecessor)) throw error;
      // The same form sent twice, or another version that came between.
      if (prev === undefined || error.latest === null) return c.redirect(opened.back, 303);
      return c.html(draw(c, opened, { typed: { ...typed, prev: [error.latest] }, conflict: true }), 409);
    }
  });
}

function fresh(
  c: Context<AppEnv>,
  { before }: Opened<unknown>,
  fields: (typeof FORMS)[keyof typeof FORMS],
): TypedValues {
  const { locale } = c.var.page;
  if (before === undefined) return { id: [uuidv7()], source: [locale] };
  const { title } = before.body as { title?: { source: string } };
  return { ...writeBody(fields, before.body, title?.source ?? locale), prev: [before.latest] };
}
