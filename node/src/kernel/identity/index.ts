/**
 * Who acts, and what they may do. Actors come from staff tokens (Bearer), and from sessions opened with one or by a person
 * who logged in; commands take an `Actor` and ask `can`, so further sources of actors change no command.
 *
 * - `can(actor, 'practices.publish', path?)`, `require(actor, …)` (throws `NotPermitted`)
 * - `findOrMakeOwnAccount(tx, kernel, { identifier, assurance, name })`, `addIdentifier`, `removeIdentifier`
 * - `signInPerson(kernel, login, { earlierCookie, userAgent })`; in routes `c.var.session.signInPerson(login)`
 * - `meets(actor.assurance, minimum)`, `acrOf(assurance)`, `assuranceOf(acr)`
 * - `createToken(tx, kernel, { name, permissions, expiresAt })`, `listTokens(db)`, `revokeToken(tx, clock, id)`
 * - `allPermissions(kernel.modules)`
 */
export { type Account, findOrMakeOwnAccount, readAccount, setDisplayName } from './accounts.ts';
export { type Actor, ANONYMOUS, actorId, type GuestActor, type PersonActor } from './actor.ts';
export { actsAsStaff, audit, type StaffAct } from './audit.ts';
export { can, holds, require } from './can.ts';
export {
  BadToken,
  BeyondOwnPermissions,
  IdentifierRemoved,
  IdentifierTaken,
  NoSuchAccount,
  NoSuchGrant,
  NoSuchInvitation,
  NoSuchToken,
  NotOwnPerson,
  NotPermitted,
  UnknownPermission,
} from './error.ts';
export { isFreshLogin } from './fresh-login.ts';
export { endWhatWasGiven, grantRole, revokeRole } from './grants.ts';
export { addIdentifier, removeIdentifier, type VerifiedIdentifier } from './identifiers.ts';
export {
  acceptInvitation,
  type Invitation,
  invite,
  listInvitations,
  readInvitation,
  revokeInvitation,
} from './invitations.ts';
export {
  type Assurance,
  acrOf,
  assuranceOf,
  LEVELS,
  type Level,
  type MinimumAssurance,
  meets,
  NO_ASSURANCE,
} from './level.ts';
export { endSessions, listSessions, type OwnSession } from './own-sessions.ts';
export { requireAccount } from './owner.ts';
export { allPermissions, checkPermissions, KERNEL_PERMISSIONS } from './permissions.ts';
export { permissionsOfRole, ROLES, type Role, type RoleGrant } from './roles.ts';
export type { Login } from './session-row.ts';
export { readSession, sweepSessions } from './sessions.ts';
export { type PersonLogin, signInPerson } from './sign-in-person.ts';
export { endToken, makeToken } from './token-acts.ts';
export { createToken, listTokens, type NewToken, revokeToken, type StaffToken } from './tokens.ts';
