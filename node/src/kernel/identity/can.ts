import type { Actor } from './actor.ts';
import { NotPermitted } from './error.ts';

/**
 * Whether `actor` may do `permission` (`<module>.<verb>`), at the resource with this path where one is named. Staff hold
 * permissions by name, or `*` for all, or `<module>.*` for one module; people hold those of their roles, everywhere or at
 * one resource and what lies below it. The system may do everything; partners, guests and the public only what needs no
 * permission.
 */
export function can(actor: Actor, permission: string, resource?: string): boolean {
  switch (actor.type) {
    case 'system':
      return true;
    case 'staff':
      return holds(actor.permissions, permission);
    case 'person':
      return (
        holds(actor.permissions, permission) ||
        (resource !== undefined && holds(heldAt(actor.permissionsAt ?? {}, resource), permission))
      );
    default:
      return false;
  }
}

/** Throws `NotPermitted` where `can` says no. */
export function require(actor: Actor, permission: string, resource?: string): void {
  if (!can(actor, permission, resource)) throw new NotPermitted(actor, permission);
}

/** Whether a list of permissions, as tokens and roles have them, holds one by name. */
export function holds(permissions: readonly string[], permission: string): boolean {
  const module = permission.slice(0, permission.indexOf('.'));
  return permissions.some((held) => held === '*' || held === permission || held === `${module}.*`);
}

function heldAt(at: Readonly<Record<string, readonly string[]>>, resource: string): string[] {
  return Object.entries(at).flatMap(([path, held]) =>
    resource === path || resource.startsWith(`${path}/`) ? held : [],
  );
}
