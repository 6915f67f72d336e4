/**
 * Why an election message or archive is not accepted. `code` is stable (`ballot.signature`, `events.order`, …); `sentence`
 * tells a person what is wrong; `event` is the height of the event at fault, where there is one.
 */
export class Rejection extends Error {
  readonly code: RejectionCode;
  readonly event: number | undefined;
  readonly sentence: string;
  constructor(code: RejectionCode, sentence: string, event?: number) {
    super(event === undefined ? `${code}: ${sentence}` : `${code} at event ${event}: ${sentence}`);
    this.name = 'Rejection';
    this.code = code;
    this.sentence = sentence;
    this.event = event;
  }
}

/** A worker ended or could not do its work, so that nothing is known about the archive. */
export class WorkerFailure extends Error {
  readonly code = 'worker.failed';
  constructor(why: string, options?: ErrorOptions) {
    super(`A worker of the verification failed: ${why}`, options);
    this.name = 'WorkerFailure';
  }
}

/** Throws a `Rejection` unless `condition` holds. */
export function demand(condition: boolean, code: RejectionCode, sentence: string): asserts condition {
  if (!condition) throw new Rejection(code, sentence);
}

export type RejectionCode =
  | `archive.${'truncated' | 'trailing-blocks' | 'header' | 'name' | 'unreferenced-data' | 'missing-data' | 'duplicate-data' | 'version'}`
  | `events.${'parent' | 'height' | 'order' | 'type' | 'payload' | 'ballot-after-close' | 'second-setup' | 'second-result' | 'missing-endballots' | 'missing-tally' | 'missing-setup' | 'after-result'}`
  | `json.${'malformed' | 'not-canonical' | 'type'}`
  | `election.${'version' | 'group' | 'public-key' | 'questions' | 'uuid'}`
  | `credentials.${'malformed' | 'duplicate' | 'not-in-group' | 'identity' | 'weight'}`
  | `trustees.${'pok' | 'election-key' | 'threshold' | 'coefexps-signature' | 'cert-signature' | 'not-in-group' | 'identity' | 'verification-key' | 'malformed' | 'recipient' | 'share'}`
  | `ballot.${'signature' | 'proof' | 'credential-unknown' | 'not-in-group' | 'scalar-range' | 'not-canonical' | 'election' | 'duplicate' | 'equal-ciphertext' | 'shape' | 'vote'}`
  | `tally.${'mismatch' | 'counts'}`
  | `shuffle.${'proof' | 'missing' | 'owner' | 'not-in-group' | 'shape' | 'unexpected'}`
  | `decryption.${'proof' | 'insufficient' | 'owner' | 'duplicate-owner' | 'not-in-group' | 'shape'}`
  | `result.${'mismatch' | 'count-range' | 'order' | 'shape'}`
  | `diff.${'not-prefix' | 'other-election'}`;
