import { KoinonError } from '../../kernel/error.ts';

/** Registration has not begun, is over, or there is none at this node. */
export class RegistrationClosed extends KoinonError {
  readonly code = 'registration-closed';
  override readonly status = 409;
}

/** The event does not let people of other nodes register. */
export class OwnPeopleOnly extends KoinonError {
  readonly code = 'own-people-only';
  override readonly status = 403;
}

/** Nobody attends this event in that way. */
export class NoSuchAttendance extends KoinonError {
  readonly code = 'no-such-attendance';
  override readonly status = 422;
}

/** The event is not over, so nothing has come of it yet. */
export class NotOver extends KoinonError {
  readonly code = 'not-over';
  override readonly status = 409;
}
