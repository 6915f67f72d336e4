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
