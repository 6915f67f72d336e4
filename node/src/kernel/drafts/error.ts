import { KoinonError } from '../error.ts';

/** There is no such draft, or it is somebody else's: which of the two is not told. */
export class NoSuchDraft extends KoinonError {
  readonly code = 'no-such-draft';
  override readonly status = 404;
}

/** The draft would hold more than a draft may. */
export class DraftTooLarge extends KoinonError {
  readonly code = 'draft-too-large';
  override readonly status = 413;
  override readonly args: Record<string, number>;
  constructor(bytes: number, max: number) {
    super(`a draft of ${bytes} bytes`);
    this.args = { max: Math.floor(max / 1000) };
  }
}

/** Somebody has as many drafts as one may have. */
export class TooManyDrafts extends KoinonError {
  readonly code = 'too-many-drafts';
  override readonly status = 409;
  override readonly args: Record<string, number>;
  constructor(max: number) {
    super(`over ${max} drafts`);
    this.args = { max };
  }
}
