import { KoinonError } from '../../kernel/error.ts';

/** This node is no member of the alliance, or this node has not read yet that it is. */
export class NotMember extends KoinonError {
  readonly code = 'not-member-now';
  override readonly status = 409;
}

/** Only the chair and the host of an alliance do this. */
export class NotChair extends KoinonError {
  readonly code = 'not-chair';
  override readonly status = 409;
}

/** This node has signed this text already. */
export class AlreadySigned extends KoinonError {
  readonly code = 'already-signed';
  override readonly status = 409;
}

/** The text was withdrawn, or its author was no member when it was proposed: nobody can sign it. */
export class NothingToSign extends KoinonError {
  readonly code = 'nothing-to-sign';
  override readonly status = 409;
}

/** The chair is offered to the next in the order, and to nobody else. */
export class NotNext extends KoinonError {
  readonly code = 'not-next';
  override readonly status = 422;
}

/** The chair is not offered to this node now, or it has answered already. */
export class NothingToAnswer extends KoinonError {
  readonly code = 'nothing-to-answer';
  override readonly status = 409;
}

/** This node takes part in the group already. */
export class AlreadyInGroup extends KoinonError {
  readonly code = 'already-in-group';
  override readonly status = 409;
}

/** Nothing of that address is known here. */
export class UnknownSubject extends KoinonError {
  readonly code = 'unknown-subject';
  override readonly status = 422;
}

/** The alliance lives at another host now, under another name. */
export class AllianceElsewhere extends KoinonError {
  readonly code = 'alliance-elsewhere';
  override readonly status = 409;
  override readonly args: Record<string, string>;
  constructor(successor: string) {
    super(`the alliance is ${successor} now`);
    this.args = { successor };
  }
}
