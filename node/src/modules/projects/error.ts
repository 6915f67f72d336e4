import { KoinonError } from '../../kernel/error.ts';
import type { Reason } from './ledger/entry.ts';

/** Only members of the project do this: its lead, and who was invited and has joined. */
export class NotMember extends KoinonError {
  readonly code = 'not-project-member';
  override readonly status = 422;
}

/** Only the node that leads the project does this. */
export class NotProjectLead extends KoinonError {
  readonly code = 'not-project-lead';
  override readonly status = 422;
}

/** The project does not invite this node. */
export class NotInvited extends KoinonError {
  readonly code = 'not-invited';
  override readonly status = 422;
}

/** This node is a member already, or leads the project. */
export class AlreadyMember extends KoinonError {
  readonly code = 'already-member';
  override readonly status = 409;
}

/** The entry would not count; the code says why, in the words that are shown of entries of others. */
export class EntryRefused extends KoinonError {
  readonly code: `entry-${Reason | 'acknowledged'}`;
  override readonly status = 422;
  constructor(reason: Reason | 'acknowledged') {
    super(`the entry would not count: ${reason}`);
    this.code = `entry-${reason}`;
  }
}

/** The project has no such work package, milestone or option. */
export class UnknownKey extends KoinonError {
  readonly code = 'unknown-key';
  override readonly status = 422;
  override readonly args: { key: string };
  constructor(key: string) {
    super(`nothing is called ${key} here`);
    this.args = { key };
  }
}

/** Only who leads the work package of a milestone, or the project, says that it is done. */
export class NotMilestoneLead extends KoinonError {
  readonly code = 'not-milestone-lead';
  override readonly status = 422;
}

/** This node was not asked: the decision was put to the members of its day. */
export class NotAsked extends KoinonError {
  readonly code = 'not-asked';
  override readonly status = 422;
}

/** One's own call is for others to answer. */
export class OwnCall extends KoinonError {
  readonly code = 'own-call';
  override readonly status = 422;
}

/** The deadline is over. */
export class CallClosed extends KoinonError {
  readonly code = 'call-closed';
  override readonly status = 422;
}

/** This node has answered the call already. */
export class AlreadyAnswered extends KoinonError {
  readonly code = 'already-answered';
  override readonly status = 409;
}

/** The file is no ledger of a project. The message says where, in English as the format is. */
export class UnreadableLedger extends KoinonError {
  readonly code = 'unreadable-ledger';
  override readonly status = 422;
}
