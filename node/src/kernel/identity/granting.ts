import type { ModuleRegistry } from '../module/registry.ts';
import type { Actor } from './actor.ts';
import { holds } from './can.ts';
import { BeyondOwnPermissions } from './error.ts';
import { permissionsOfRole, type RoleGrant } from './roles.ts';

/**
 * Nobody gives, or takes from others, what they do not hold everywhere themselves.
 * @throws BeyondOwnPermissions
 */
export function requireMayGive(actor: Actor, permissions: readonly string[]): void {
  if (actor.type === 'system') return;
  const held = actor.type === 'staff' || actor.type === 'person' ? actor.permissions : [];
  const missing = permissions.find((permission) => !covers(held, permission));
  if (missing !== undefined) throw new BeyondOwnPermissions(missing);
}

export function permissionsGiven(
  registry: Pick<ModuleRegistry, 'modules'>,
  grants: readonly RoleGrant[],
): string[] {
  return grants.flatMap(({ role }) => permissionsOfRole(registry, role));
}

/** Whether a list covers one entry of another: `*` only by `*`, `<module>.*` by itself, one permission by its name too. */
export function covers(held: readonly string[], asked: string): boolean {
  return asked === '*' || asked.endsWith('.*')
    ? held.includes('*') || held.includes(asked)
    : holds(held, asked);
}
