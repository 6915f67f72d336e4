import { KoinonError } from '../error.ts';
import type { Assurance } from '../identity/level.ts';

/** The process is not open for taking part. */
export class ProcessNotOpen extends KoinonError {
  readonly code = 'process-not-open';
  override readonly status = 409;
}

/** Only people who are logged in take part; a token or a partner does not. */
export class NotAPerson extends KoinonError {
  readonly code = 'not-a-person';
  override readonly status = 401;
}

/** The login is not sure enough for this process. */
export class LevelTooLow extends KoinonError {
  readonly code = 'level-too-low';
  override readonly status = 403;
  override readonly args: Record<string, string>;
  constructor(has: Assurance, needs: Assurance) {
    super(`has ${has.level}, needs ${needs.level}${needs.notified ? ', notified' : ''}`);
    this.args = { has: has.level, needs: needs.level, notified: needs.notified ? 'yes' : 'no' };
  }
}

/** The process is for the node's own people only. */
export class NoGuests extends KoinonError {
  readonly code = 'no-guests';
  override readonly status = 403;
}
