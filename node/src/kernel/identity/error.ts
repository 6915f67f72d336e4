import { KoinonError } from '../error.ts';
import { type Actor, actorId } from './actor.ts';

/** The actor lacks a permission; 401 where nobody is signed in, so that pages can offer to. */
export class NotPermitted extends KoinonError {
  readonly code = 'not-permitted';
  override readonly status: number;
  override readonly args: Record<string, string>;
  override readonly extensions: object;
  readonly permission: string;
  constructor(actor: Actor, permission: string) {
    super(`${actorId(actor)} lacks ${permission}`);
    this.status = actor.type === 'anonymous' ? 401 : 403;
    this.permission = permission;
    this.extensions = { permission };
    this.args = { signedIn: actor.type === 'anonymous' ? 'no' : 'yes' };
  }
}

/** The token is unknown, expired or revoked; which of them is not told. */
export class BadToken extends KoinonError {
  readonly code = 'bad-token';
  override readonly status = 401;
}

/** A token was asked for permissions that no module declares. */
export class UnknownPermission extends KoinonError {
  readonly code = 'unknown-permission';
  override readonly status = 422;
  override readonly args: Record<string, string>;
  constructor(permission: string) {
    super(`no module declares ${permission}`);
    this.args = { permission };
  }
}

/** There is no token with this id, or it was revoked already. */
export class NoSuchToken extends KoinonError {
  readonly code = 'no-such-token';
  override readonly status = 404;
}

/** There is no such account, or it was erased. */
export class NoSuchAccount extends KoinonError {
  readonly code = 'no-such-account';
  override readonly status = 404;
}

/** The identifier logs in to another account, or did before that was erased. */
export class IdentifierTaken extends KoinonError {
  readonly code = 'identifier-taken';
  override readonly status = 409;
}

/** The person took this way of logging in off the account. */
export class IdentifierRemoved extends KoinonError {
  readonly code = 'identifier-removed';
  override readonly status = 403;
}

/** Somebody gives a permission that they do not hold everywhere themselves. */
export class BeyondOwnPermissions extends KoinonError {
  readonly code = 'beyond-own-permissions';
  override readonly status = 403;
  override readonly args: Record<string, string>;
  constructor(permission: string) {
    super(`does not hold ${permission} everywhere`);
    this.args = { permission };
  }
}

/** Roles are for the node's own people; a partner does not decide who works here. */
export class NotOwnPerson extends KoinonError {
  readonly code = 'not-own-person';
  override readonly status = 403;
}

/** The role was taken from the person already. */
export class NoSuchGrant extends KoinonError {
  readonly code = 'no-such-grant';
  override readonly status = 404;
}

/** The invitation is unknown, accepted, revoked or too old; which of them is not told. */
export class NoSuchInvitation extends KoinonError {
  readonly code = 'no-such-invitation';
  override readonly status = 404;
}
