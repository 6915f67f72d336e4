import { KoinonError } from '../../kernel/error.ts';

/** More than anybody reads. */
export class FollowsTooMuch extends KoinonError {
  readonly code = 'follows-too-much';
  override readonly status = 409;
  override readonly args: Record<string, number>;
  constructor(max: number) {
    super(`more than ${max} things are followed`);
    this.args = { max };
  }
}

/** So many letters were asked for that the next would fill somebody's mailbox. */
export class TooManyLetters extends KoinonError {
  readonly code = 'too-many-letters';
  override readonly status = 429;
}

/** The link in a letter was used, is too old, or was never made. */
export class LetterLinkExpired extends KoinonError {
  readonly code = 'letter-link-expired';
  override readonly status = 403;
}
