import { type Context, Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { cleaned, value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { withdrawAdoption, withdrawPractice } from '../commands.ts';
import { WithdrawPage } from '../pages/withdraw-page.tsx';
import { readAdoption, readPractice } from '../read.ts';

const LONGEST_REASON = 500;

interface Subject {
  of: 'practice' | 'adoption';
  id: string;
  path: string;
  /** What must be typed to confirm. */
  name: string;
  withdraw(reason: string): Promise<Act>;
}

/** Taking back a practice or an adoption. */
export function withdrawRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  mount(app, '/practices/adoptions/:id/withdraw', 'practices.adopt', async (c) => {
    const adoption = await readAdoption(kernel, null, idIn(c));
    if (adoption === null) throw new NotFound('adoption');
    if (adoption.state !== 'live') throw new WithdrawnSubject(adoption.state);
    const { id, path, body } = adoption;
    const name = pickText(body.practice.title, c.var.page.locale).text;
    return {
      of: 'adoption',
      id,
      path,
      name,
      withdraw: (reason) => withdrawAdoption(kernel, c.var.actor, { id, reason }),
    };
  });
  mount(app, '/practices/:id/withdraw', 'practices.withdraw', async (c) => {
    const practice = await readPractice(kernel, null, idIn(c));
    if (practice === null) throw new NotFound('practice');
    if (practice.state !== 'live') throw new WithdrawnSubject(practice.state);
    const { id, path, body } = practice;
    const name = pickText(body.title, c.var.page.locale).text;
    return {
      of: 'practice',
      id,
      path,
      name,
      withdraw: (reason) => withdrawPractice(kernel, c.var.actor, { id, reason }),
    };
  });
  return app;
}

function mount(
  app: Hono<AppEnv>,
  path: string,
  permission: string,
  load: (c: Context<AppEnv>) => Promise<Subject>,
): void {
  const draw = (c: Context<AppEnv>, subject: Subject, typed = {}, errors = {}) => {
    const { page } = c.var;
    const crumbs = [
      { label: page.t('practices.nav'), href: '/practices' },
      { label: subject.name, href: subject.path },
    ];
    const action = `${subject.path}/withdraw`;
    return (
      <WithdrawPage
        page={page}
        action={action}
        of={subject.of}
        name={subject.name}
        crumbs={crumbs}
        typed={typed}
        errors={errors}
      />
    );
  };
  app.get(path, async (c) => {
    requireOffered(c, permission);
    return c.html(draw(c, await load(c)));
  });
  app.post(path, async (c) => {
    requireOffered(c, permission);
    const subject = await load(c);
    const typed = await readTyped(c);
    const { t } = c.var.page;
    const reason = cleaned(value(typed, 'reason'));
    const errors = {
      ...(reason === '' && { reason: t('practices.withdraw.reason-missing') }),
      ...(reason.length > LONGEST_REASON && {
        reason: t('practices.withdraw.reason-long', { max: LONGEST_REASON }),
      }),
      ...(!sameName(value(typed, 'confirm'), subject.name) && {
        confirm: t('practices.withdraw.confirm-wrong'),
      }),
    };
    if (Object.keys(errors).length > 0) return c.html(draw(c, subject, typed, errors), 422);
    const { jti } = await subject.withdraw(reason);
    return c.redirect(`${subject.path}/receipt/${jti}`, 303);
  });
}

/** Typed by hand: capitals and spaces do not count. */
function sameName(typed: string, name: string): boolean {
  const plain = (text: string) => cleaned(text).toLowerCase().replace(/\s+/gu, ' ');
  return plain(typed) === plain(name);
}
