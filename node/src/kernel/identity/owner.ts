import type { Actor, GuestActor, PersonActor } from './actor.ts';
import { NotPermitted } from './error.ts';

/** Whose account it is. A token has none. @throws NotPermitted */
export function requireAccount(actor: Actor): PersonActor | GuestActor {
  if (actor.type === 'person' || actor.type === 'guest') return actor;
  throw new NotPermitted(actor, 'account');
}
