import { KoinonError } from '../../kernel/error.ts';

/** Only who leads a commitment says how far it has come: who wrote it, or is named in it and has said yes. */
export class NotLead extends KoinonError {
  readonly code = 'not-lead';
  override readonly status = 422;
}

/** The commitment does not name this node as lead. */
export class NotNamed extends KoinonError {
  readonly code = 'not-named';
  override readonly status = 422;
}

/** Who leads a commitment cannot assess it. */
export class LeadCannotAssess extends KoinonError {
  readonly code = 'lead-cannot-assess';
  override readonly status = 422;
}

/** This node has said already that it leads this commitment. */
export class AlreadyLead extends KoinonError {
  readonly code = 'already-lead';
  override readonly status = 409;
}

/** A milestone or indicator is named that the commitment does not have. */
export class UnknownStep extends KoinonError {
  readonly code = 'unknown-step';
  override readonly status = 422;
  override readonly args: { key: string };
  constructor(key: string) {
    super(`no milestone or indicator ${key}`);
    this.args = { key };
  }
}

/** The file cannot be read as one of commitments; `reason` says where and why, in English as files' formats are. */
export class UnreadableFile extends KoinonError {
  readonly code = 'unreadable-file';
  override readonly status = 422;
  override readonly args: { reason: string };
  constructor(reason: string) {
    super(reason);
    this.args = { reason };
  }
}

/** What is asked for cannot be written as a file; the message says why, for the operator who asked. */
export class CannotExport extends KoinonError {
  readonly code = 'cannot-export';
  override readonly status = 422;
}

/** The same file is kept already; `sub` is where. */
export class AlreadyKept extends KoinonError {
  readonly code = 'already-kept';
  override readonly status = 409;
  override readonly args: { sub: string };
  constructor(sub: string) {
    super(`the same file is kept as ${sub}`);
    this.args = { sub };
  }
}

/** A file with the codes of an assessor is never a plan of ours. */
export class NeverOurs extends KoinonError {
  readonly code = 'never-ours';
  override readonly status = 422;
}

/** The same file was taken in before as ours. */
export class AlreadyImported extends KoinonError {
  readonly code = 'already-imported';
  override readonly status = 409;
}

/** What waits lacks what has to be said before it is published; `fields` says what. */
export class NotReady extends KoinonError {
  readonly code = 'not-ready';
  override readonly status = 422;
  override readonly args: { fields: string };
  constructor(fields: readonly string[]) {
    super(`not ready: ${fields.join(', ')}`);
    this.args = { fields: fields.join(', ') };
  }
}

/** A lead that took on some milestones claims nothing of the others. */
export class NotYourStep extends KoinonError {
  readonly code = 'not-your-step';
  override readonly status = 422;
  override readonly args: { key: string };
  constructor(key: string) {
    super(`this node has not taken on ${key}`);
    this.args = { key };
  }
}
