import { KoinonError } from '../error.ts';
import { Unavailable } from '../web/error.ts';

/** The file is no backup of Koinon, or was damaged. */
export class UnreadableBackup extends KoinonError {
  readonly code = 'unreadable-backup';
  constructor(reason: string) {
    super(`the backup cannot be read: ${reason}`);
  }
}

export class WrongPassphrase extends KoinonError {
  readonly code = 'wrong-passphrase';
  constructor() {
    super('The backup does not open: it was made with another passphrase.');
  }
}

/** The backup has migrations that this version does not know. */
export class NewerBackup extends KoinonError {
  readonly code = 'newer-backup';
  constructor(unknown: readonly string[]) {
    super(`the backup was written by a newer version (${unknown.join(', ')}): restore it with that one`);
  }
}

/** A restore would overwrite a node that is there. */
export class NotEmpty extends KoinonError {
  readonly code = 'not-empty';
  constructor(what: string) {
    super(`${what} already holds a node; restore into an empty one`);
  }
}

/** The node was restored from a backup and does not know yet what has been erased since. */
export class CatchingUp extends Unavailable {
  override readonly code = 'catching-up';
  constructor() {
    super('restored from a backup, and catching up with the witnesses', 10);
  }
}
