/**
 * Who acts, and what they may do. Actors come from staff tokens (Bearer) and from sessions opened with one; commands
 * take an `Actor` and ask `can`, so further sources of actors change no command.
 *
 * - `can(actor, 'practices.publish')`, `require(actor, …)` (throws `NotPermitted`)
 * - `createToken(tx, kernel, { name, permissions, expiresAt })`, `listTokens(db)`, `revokeToken(tx, clock, id)`
 * - `allPermissions(kernel.modules)`
 */
export { type Actor, ANONYMOUS, actorId } from './actor.ts';
export { can, require } from './can.ts';
export { BadToken, NoSuchToken, NotPermitted, UnknownPermission } from './error.ts';
export { allPermissions, checkPermissions, KERNEL_PERMISSIONS } from './permissions.ts';
export { sweepSessions } from './sessions.ts';
export { createToken, listTokens, type NewToken, revokeToken, type StaffToken } from './tokens.ts';
