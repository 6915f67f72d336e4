import { KoinonError } from '../error.ts';

/** There is no act with this id that waits; it was decided, or it waited too long. */
export class NothingToDecide extends KoinonError {
  readonly code = 'nothing-to-decide';
  override readonly status = 404;
}

/** Who asked for an act cannot also confirm it, nor can a token that the same person made. */
export class NeedsSecondPerson extends KoinonError {
  readonly code = 'needs-second-person';
  override readonly status = 403;
}
