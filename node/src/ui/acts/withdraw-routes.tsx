import type { Context, Hono } from 'hono';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { readTyped } from '../../kernel/web/form.ts';
import { cleaned, sameName, value } from '../../kernel/web/lang-form.ts';
import { requireOffered } from '../../kernel/web/offered.ts';
import type { Door } from '../../kernel/web/page.ts';
import type { Crumb } from '../layout/breadcrumb.tsx';
import { WithdrawPage } from './withdraw-page.tsx';

const LONGEST_REASON = 500;

/** Something that can be taken back, and the act that does it. */
export interface Withdrawable {
  door: Door;
  crumbs: readonly Crumb[];
  path: string;
  /** What must be typed to confirm. */
  name: string;
  title: string;
  means?: readonly string[];
  /** Where the act is another for people, such as leaving: what it is, and how the reason is called. */
  instead?: { lead: string; reason: string };
  button: string;
  /** Answers the record of the act. */
  withdraw(reason: string): Promise<{ jti: string }>;
}

/** The page that takes something back, at `path`; `load` refuses what is not there or not live. */
export function withdrawRoute(
  app: Hono<AppEnv>,
  path: string,
  permission: string,
  load: (c: Context<AppEnv>) => Promise<Withdrawable>,
): void {
  const draw = (
    c: Context<AppEnv>,
    { withdraw: _act, path: at, ...subject }: Withdrawable,
    typed = {},
    errors = {},
  ) => (
    <WithdrawPage page={c.var.page} action={`${at}/withdraw`} typed={typed} errors={errors} {...subject} />
  );
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
      ...(reason === '' && { reason: t('ui.withdraw.reason-missing') }),
      ...(reason.length > LONGEST_REASON && {
        reason: t('ui.withdraw.reason-long', { max: LONGEST_REASON }),
      }),
      ...(!sameName(value(typed, 'confirm'), subject.name) && { confirm: t('ui.withdraw.confirm-wrong') }),
    };
    if (Object.keys(errors).length > 0) return c.html(draw(c, subject, typed, errors), 422);
    const { jti } = await subject.withdraw(reason);
    return c.redirect(`${subject.path}/receipt/${jti}`, 303);
  });
}
