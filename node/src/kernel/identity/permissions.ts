import type { ModuleRegistry } from '../module/registry.ts';
import { UnknownPermission } from './error.ts';
import type { Role } from './roles.ts';

/** What the kernel itself lets staff do. */
export const KERNEL_PERMISSIONS = [
  'kernel.withdraw',
  'kernel.erase',
  'kernel.partners',
  'kernel.alliances',
  'kernel.tokens',
  'kernel.keys',
  'kernel.people',
  'kernel.audit',
] as const;

/** What roles may do of that; an administrator may do all. */
export const KERNEL_ROLES: Partial<Record<Role, readonly string[]>> = {
  editor: ['kernel.withdraw'],
  moderator: ['kernel.withdraw', 'kernel.erase'],
};

/** Every permission that can be granted, sorted. */
export function allPermissions(registry: Pick<ModuleRegistry, 'modules'>): string[] {
  return [...KERNEL_PERMISSIONS, ...registry.modules.flatMap((module) => module.permissions ?? [])].sort();
}

/** `*`, `<module>.*` of a known module, or one permission by name. @throws UnknownPermission */
export function checkPermissions(registry: Pick<ModuleRegistry, 'modules'>, asked: readonly string[]): void {
  const known = allPermissions(registry);
  const groups = new Set(known.map((permission) => `${permission.slice(0, permission.indexOf('.'))}.*`));
  for (const permission of asked) {
    if (permission !== '*' && !groups.has(permission) && !known.includes(permission)) {
      throw new UnknownPermission(permission);
    }
  }
}
