import type { Context } from 'hono';
import { NotPermitted } from '../identity/error.ts';
import type { AppEnv } from './app-env.ts';

/**
 * Refuses to show a form to somebody whose answers could not be taken. A courtesy: what decides is the command.
 * @throws NotPermitted
 */
export function requireOffered(c: Context<AppEnv>, permission: string): void {
  if (!c.var.page.may(permission)) throw new NotPermitted(c.var.actor, permission);
}
