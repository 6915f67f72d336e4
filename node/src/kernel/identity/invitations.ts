import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { type Actor, actorId } from './actor.ts';
import { audit } from './audit.ts';
import { require } from './can.ts';
import { NoSuchInvitation, NotOwnPerson } from './error.ts';
import { permissionsGiven, requireMayGive } from './granting.ts';
import { putGrant } from './grants.ts';
import type { RoleGrant } from './roles.ts';
import { hashSecret } from './tokens.ts';

type Services = Pick<Kernel, 'clock' | 'modules' | 'identity'>;

const DAY_MS = 24 * 3_600_000;
export const INVITATION_DAYS = 7;

export interface NewInvitation {
  /** Whom it is for, in the inviter's words. */
  invitee: string;
  grants: readonly RoleGrant[];
}

/** An invitation as lists show it: its secret was shown once and is not kept. */
export interface Invitation {
  id: string;
  invitee: string;
  grants: readonly RoleGrant[];
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/**
 * Invites somebody to work at this node. The secret is returned once; whoever brings it and logs in gets the roles.
 * @throws NotPermitted, BeyondOwnPermissions
 */
export async function invite(
  tx: Tx,
  services: Services,
  actor: Actor,
  { invitee, grants }: NewInvitation,
): Promise<{ id: string; secret: string; expiresAt: Date }> {
  require(actor, 'kernel.people');
  requireMayGive(actor, permissionsGiven(services.modules, grants));
  const secret = randomBytes(32).toString('base64url');
  const id = uuidv7();
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  await tx
    .insertInto('invitation')
    .values({
      id,
      hash: hashSecret(secret),
      grants: JSON.stringify(grants),
      invitee,
      invited_by: actorId(actor),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  await audit(tx, services, actor, {
    act: 'invitation.make',
    subject: `invitation:${id}`,
    detail: { roles: grants.map(nameOfGrant) },
  });
  return { id, secret, expiresAt };
}

/** An invitation that can still be accepted. @throws NoSuchInvitation, whatever the reason */
export async function readInvitation(
  db: Db | Tx,
  { clock }: Pick<Services, 'clock'>,
  secret: string,
): Promise<Invitation> {
  const row = await openInvitations(db, clock.now())
    .where('hash', '=', hashSecret(secret))
    .executeTakeFirst();
  if (!row) throw new NoSuchInvitation();
  return invitationOf(row);
}

/** Gives the roles to the own person who is logged in; works once. @throws NoSuchInvitation, NotOwnPerson */
export async function acceptInvitation(
  tx: Tx,
  services: Services,
  actor: Actor,
  secret: string,
): Promise<Invitation> {
  if (actor.type !== 'person') throw new NotOwnPerson();
  const invitation = await readInvitation(tx, services, secret);
  const taken = await tx
    .updateTable('invitation')
    .set({ accepted_at: services.clock.now(), accepted_by: actor.account, invitee: '' })
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!taken) throw new NoSuchInvitation();
  for (const grant of invitation.grants) {
    await putGrant(tx, services, invitation.invitedBy, actor.account, grant);
  }
  await audit(tx, services, actor, {
    act: 'invitation.accept',
    subject: `invitation:${invitation.id}`,
    detail: { roles: invitation.grants.map(nameOfGrant), invitedBy: invitation.invitedBy },
  });
  return invitation;
}

/** @throws NotPermitted, NoSuchInvitation */
export async function revokeInvitation(tx: Tx, services: Services, actor: Actor, id: string): Promise<void> {
  require(actor, 'kernel.people');
  const revoked = await tx
    .updateTable('invitation')
    .set({ revoked_at: services.clock.now() })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!revoked) throw new NoSuchInvitation();
  await audit(tx, services, actor, { act: 'invitation.revoke', subject: `invitation:${id}` });
}

/** Invitations that wait for somebody to accept them. */
export async function listInvitations(db: Db, { clock }: Pick<Services, 'clock'>): Promise<Invitation[]> {
  const rows = await openInvitations(db, clock.now()).orderBy('created_at', 'desc').limit(100).execute();
  return rows.map(invitationOf);
}

function openInvitations(db: Db | Tx, now: Date) {
  return db
    .selectFrom('invitation')
    .select(['id', 'invitee', 'grants', 'invited_by', 'created_at', 'expires_at'])
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);
}

function invitationOf(row: {
  id: string;
  invitee: string;
  grants: RoleGrant[];
  invited_by: string;
  created_at: Date;
  expires_at: Date;
}): Invitation {
  const { id, invitee, grants } = row;
  return {
    id,
    invitee,
    grants,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

function nameOfGrant({ role, resource }: RoleGrant): string {
  return resource === null ? role : `${role} at ${resource}`;
}
