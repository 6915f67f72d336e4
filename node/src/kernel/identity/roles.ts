import type { ModuleRegistry } from '../module/registry.ts';
import { holds } from './can.ts';
import { KERNEL_ROLES } from './permissions.ts';

/** What people can be at a node, beside taking part. A module says in its manifest what each may do there. */
export const ROLES = [
  'administrator',
  'editor',
  'moderator',
  'participation-manager',
  'analyst',
  'trustee',
  'assistant',
] as const;
export type Role = (typeof ROLES)[number];

/** A role of one person: for the whole node, or for the resource with this path. */
export interface RoleGrant {
  role: Role;
  resource: string | null;
}

/** Permissions of a role; an administrator holds all, those of later modules too. */
export function permissionsOfRole(
  { modules }: Pick<ModuleRegistry, 'modules'>,
  role: string,
): readonly string[] {
  if (role === 'administrator') return ['*'];
  const named = role as Role;
  return [...(KERNEL_ROLES[named] ?? []), ...modules.flatMap((module) => module.roles?.[named] ?? [])];
}

/** Roles that hold a permission. */
export function rolesWith(registry: Pick<ModuleRegistry, 'modules'>, permission: string): Role[] {
  return ROLES.filter((role) => holds(permissionsOfRole(registry, role), permission));
}

/** What a set of grants allows: everywhere, and at single resources. */
export function permissionsOfGrants(
  registry: Pick<ModuleRegistry, 'modules'>,
  grants: readonly RoleGrant[],
): { permissions: string[]; permissionsAt: Record<string, string[]> } {
  const everywhere = new Set<string>();
  const at = new Map<string, Set<string>>();
  for (const { role, resource } of grants) {
    let held = everywhere;
    if (resource !== null) {
      held = at.get(resource) ?? new Set();
      at.set(resource, held);
    }
    for (const permission of permissionsOfRole(registry, role)) held.add(permission);
  }
  return {
    permissions: [...everywhere].sort(),
    permissionsAt: Object.fromEntries([...at].map(([resource, held]) => [resource, [...held].sort()])),
  };
}
