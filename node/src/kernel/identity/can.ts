import type { Actor } from './actor.ts';
import { NotPermitted } from './error.ts';

/**
 * Whether `actor` may do `permission` (`<module>.<verb>`). Staff hold permissions by name, or `*` for all,
 * or `<module>.*` for one module; the system may do everything; partners and the public do only what is public.
 */
export function can(actor: Actor, permission: string): boolean {
  if (actor.type === 'system') return true;
  if (actor.type !== 'staff') return false;
  const module = permission.slice(0, permission.indexOf('.'));
  return actor.permissions.some((held) => held === '*' || held === permission || held === `${module}.*`);
}

/** Throws `NotPermitted` where `can` says no. */
export function require(actor: Actor, permission: string): void {
  if (!can(actor, permission)) throw new NotPermitted(actor, permission);
}
