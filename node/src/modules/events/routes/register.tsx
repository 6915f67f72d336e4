import { type Context, Hono } from 'hono';
import { NotPermitted } from '../../../kernel/identity/error.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { allValues, cleaned, value } from '../../../kernel/web/lang-form.ts';
import type { FieldErrors } from '../../../ui/index.ts';
import { cancelRegistration, register, registrationInput } from '../commands.ts';
import { CancelledPage, RegisterPage } from '../pages/register-page.tsx';
import { type EventItem, loadEvent } from '../read.ts';
import { attendancesOf } from '../vocabulary.ts';

/** Registering for an event of ours: for people who are logged in, here or at a partner. */
export function registerRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/events/:id/register', async (c) => {
    const item = await offered(c, kernel);
    const done = c.req.query('done') !== undefined;
    return c.html(<RegisterPage page={c.var.page} item={item} typed={typedOf(c, item)} done={done} />);
  });

  app.post('/events/:id/register', async (c) => {
    const item = await offered(c, kernel);
    const typed = await readTyped(c);
    const { page } = c.var;
    const remind = allValues(typed, 'remind');
    const email = cleaned(value(typed, 'email'));
    const parsed = registrationInput.safeParse({
      name: cleaned(value(typed, 'name')),
      attendance: value(typed, 'attendance'),
      ...(email !== '' && { email }),
      locale: page.locale,
      remindDay: remind.includes('day'),
      remindHour: remind.includes('hour'),
    });
    const errors: Record<string, string> = {};
    for (const { path } of parsed.error?.issues ?? [])
      errors[String(path[0])] ??= page.t(`events.register.problem-${String(path[0])}`);
    // A reminder that goes nowhere is none.
    if (remind.length > 0 && email === '') errors.email = page.t('events.register.problem-remind');
    if (!parsed.success || Object.keys(errors).length > 0) return again(c, item, typed, errors);
    await register(kernel, c.var.actor, { event: item.event.id, body: parsed.data });
    return c.redirect(`${item.event.path}/register?done`, 303);
  });

  app.post('/events/:id/register/cancel', async (c) => {
    const item = await offered(c, kernel);
    await cancelRegistration(kernel, c.var.actor, { event: item.event.id });
    return c.redirect(`${item.event.path}/register/cancelled`, 303);
  });
  app.get('/events/:id/register/cancelled', async (c) => {
    return c.html(<CancelledPage page={c.var.page} item={await offered(c, kernel)} />);
  });
  return app;
}

/** An event of ours that people register for. @throws NotPermitted where nobody is logged in, NotFound */
async function offered(c: Context<AppEnv>, kernel: Kernel): Promise<EventItem> {
  const { actor } = c.var;
  const item = await loadEvent(kernel, null, idIn(c), actor);
  if (item === null || item.event.state !== 'live' || item.event.body.registration === undefined)
    throw new NotFound('event');
  if (actor.type !== 'person' && actor.type !== 'guest') throw new NotPermitted(actor, 'events.register');
  return item;
}

function again(c: Context<AppEnv>, item: EventItem, typed: TypedValues, errors: FieldErrors) {
  return c.html(<RegisterPage page={c.var.page} item={item} typed={typed} errors={errors} />, 422);
}

/** What one said before; else one's name, and the first way of attending. */
function typedOf({ var: { actor } }: Context<AppEnv>, { event, registration }: EventItem): TypedValues {
  if (registration === null) {
    return {
      name: [actor.type === 'person' ? (actor.name ?? '') : ''],
      attendance: attendancesOf(event.body.mode).slice(0, 1),
    };
  }
  const { name, email, attendance, remindDay, remindHour } = registration;
  return {
    ...{ name: [name], email: [email ?? ''], attendance: [attendance] },
    remind: [...(remindDay ? ['day'] : []), ...(remindHour ? ['hour'] : [])],
  };
}
