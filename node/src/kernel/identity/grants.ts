import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { readAccount } from './accounts.ts';
import { type Actor, actorId } from './actor.ts';
import { audit } from './audit.ts';
import { require } from './can.ts';
import { NoSuchGrant, NotOwnPerson } from './error.ts';
import { covers, permissionsGiven, requireMayGive } from './granting.ts';
import { permissionsOfGrants, type RoleGrant } from './roles.ts';
import { revokeToken } from './tokens.ts';

type Services = Pick<Kernel, 'clock' | 'modules' | 'identity'>;

/** Gives an own person a role. @throws NotPermitted, BeyondOwnPermissions, NoSuchAccount, NotOwnPerson */
export async function grantRole(
  tx: Tx,
  services: Services,
  actor: Actor,
  { account, role, resource }: RoleGrant & { account: string },
): Promise<void> {
  require(actor, 'kernel.people');
  requireMayGive(actor, permissionsGiven(services.modules, [{ role, resource }]));
  await putGrant(tx, services, actorId(actor), account, { role, resource });
  await audit(tx, services, actor, {
    act: 'role.grant',
    subject: `person:${account}`,
    detail: { role, resource },
  });
}

/** The row alone; who may do so was asked before. */
export async function putGrant(
  tx: Tx,
  { clock, identity }: Pick<Services, 'clock' | 'identity'>,
  grantedBy: string,
  account: string,
  { role, resource }: RoleGrant,
): Promise<void> {
  const { issuer } = await readAccount(tx, account);
  if (issuer !== identity.origin) throw new NotOwnPerson();
  await tx
    .insertInto('role_grant')
    .values({ id: uuidv7(), account, role, resource, granted_at: clock.now(), granted_by: grantedBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes a role from a person; what the person gave others by it and does not hold any more ends too: open invitations,
 * and tokens that can do more than what is left. @throws NotPermitted, BeyondOwnPermissions, NoSuchGrant
 */
export async function revokeRole(tx: Tx, services: Services, actor: Actor, id: string): Promise<void> {
  require(actor, 'kernel.people');
  const grant = await tx
    .deleteFrom('role_grant')
    .where('id', '=', id)
    .returning(['account', 'role', 'resource'])
    .executeTakeFirst();
  if (!grant) throw new NoSuchGrant();
  requireMayGive(actor, permissionsGiven(services.modules, [grant]));
  await endWhatWasGiven(tx, services, grant.account);
  await audit(tx, services, actor, {
    act: 'role.revoke',
    subject: `person:${grant.account}`,
    detail: { role: grant.role, resource: grant.resource },
  });
}

/** Ends invitations of a person, and tokens that go beyond the roles which are left (`none`: those end first). */
export async function endWhatWasGiven(
  tx: Tx,
  { clock, modules }: Pick<Services, 'clock' | 'modules'>,
  account: string,
  { roles }: { roles: 'left' | 'none' } = { roles: 'left' },
): Promise<void> {
  if (roles === 'none') await tx.deleteFrom('role_grant').where('account', '=', account).execute();
  const left = await tx
    .selectFrom('role_grant')
    .select(['role', 'resource'])
    .where('account', '=', account)
    .execute();
  const { permissions } = permissionsOfGrants(modules, left);
  const by = `person:${account}`;
  const now = clock.now();
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('invited_by', '=', by)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  const tokens = await tx
    .selectFrom('token')
    .select(['id', 'permissions'])
    .where('made_by', '=', by)
    .where('revoked_at', 'is', null)
    .execute();
  for (const token of tokens) {
    if (!token.permissions.every((one) => covers(permissions, one))) await revokeToken(tx, clock, token.id);
  }
}
