import type { Context } from 'hono';
import { actsAsStaff, NotPermitted } from '../../../kernel/identity/index.ts';
import type { AppEnv } from '../../../kernel/web/index.ts';

/** @throws NotPermitted where somebody has neither a role nor a token, or lacks the permission that is named */
export function requireStaff(c: Context<AppEnv>, permission?: string): void {
  const { actor, page } = c.var;
  if (!actsAsStaff(actor)) throw new NotPermitted(actor, permission ?? 'staff');
  if (permission !== undefined && !page.may(permission)) throw new NotPermitted(actor, permission);
}
