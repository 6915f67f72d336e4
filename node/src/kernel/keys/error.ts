import { KoinonError } from '../error.ts';

/** The master key does not open the keys in the database: another data directory, or a key that was replaced. */
export class WrongMasterKey extends KoinonError {
  readonly code = 'wrong-master-key';
  constructor() {
    super(
      'The master key does not open the keys in the database. Set the KOINON_MASTER_KEY that they were made with.',
    );
  }
}

/** The database holds keys, and the file with the key that opens them is not there. */
export class MissingMasterKey extends KoinonError {
  readonly code = 'missing-master-key';
  constructor(path: string) {
    super(
      `The database holds the keys of a node, but ${path}, which opens them, is missing. Put back the copy that was made after "koinon init", or set KOINON_MASTER_KEY.`,
    );
  }
}

/** `<data>/master.key` is not what the first start wrote. */
export class BadMasterKeyFile extends KoinonError {
  readonly code = 'bad-master-key-file';
  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
  }
}

/** No key has this purpose, or none with the id that was asked for. */
export class NoSuchKey extends KoinonError {
  readonly code = 'no-such-key';
  override readonly status = 404;
  constructor(what: string) {
    super(`no key ${what}`);
  }
}

/** Retiring it would leave its purpose without a key. */
export class LastKey extends KoinonError {
  readonly code = 'last-key';
  override readonly status = 409;
  override readonly args: Record<string, string>;
  constructor(purpose: string, id: string) {
    super(`${id} is the only key for ${purpose}: make the next one first`);
    this.args = { purpose };
  }
}

/** Others may not know the key that is to stand in for it yet. */
export class TooSoon extends KoinonError {
  readonly code = 'too-soon';
  override readonly status = 409;
  override readonly args: Record<string, string>;
  constructor(id: string, from: Date) {
    super(`${id} can be retired from ${from.toISOString()} on`);
    this.args = { id, from: `${from.toISOString().slice(0, 16).replace('T', ' ')} UTC` };
  }
}
