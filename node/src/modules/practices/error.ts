import { KoinonError } from '../../kernel/error.ts';

/** We have said already that we adopted this practice; that adoption can be revised. */
export class AlreadyAdopted extends KoinonError {
  readonly code = 'already-adopted';
  override readonly status = 409;
  /** Path of our adoption. */
  readonly path: string;
  override readonly extensions: { adoption: string };
  constructor(path: string) {
    super(`adopted already at ${path}`);
    this.path = path;
    this.extensions = { adoption: path };
  }
}

/** Our own practice needs no adoption; only what another node made of it can come back. */
export class OwnPractice extends KoinonError {
  readonly code = 'own-practice';
  override readonly status = 422;
}

/** What is to be revised or adopted was withdrawn. */
export class WithdrawnSubject extends KoinonError {
  readonly code = 'subject-withdrawn';
  override readonly status = 409;
}

/** The log that holds it is not confirmed at present, so nothing is built on it. */
export class NotConfirmed extends KoinonError {
  readonly code = 'not-confirmed';
  override readonly status = 409;
}
