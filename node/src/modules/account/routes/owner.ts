import type { Context } from 'hono';
import { type GuestActor, NotPermitted, type PersonActor } from '../../../kernel/identity/index.ts';
import type { AppEnv } from '../../../kernel/web/index.ts';

/** Whose account it is. A token has none. @throws NotPermitted */
export function ownerOf(c: Context<AppEnv>): PersonActor | GuestActor {
  const { actor } = c.var;
  if (actor.type === 'person' || actor.type === 'guest') return actor;
  throw new NotPermitted(actor, 'account');
}
