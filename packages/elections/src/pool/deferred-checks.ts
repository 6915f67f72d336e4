import type { Ballot } from '../ballot/ballot.ts';
import { Rejection } from '../error.ts';
import type { ProofChecks } from '../verify/proof-checks.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Credentials in one job: some dozens of milliseconds of work. */
const CREDENTIALS_EACH = 64;

/**
 * Has proofs checked by a pool while the verifier reads on. What a worker refuses comes to light later than it would
 * without workers, so that of all rejections the one with the lowest event counts: the one that would have come first.
 */
export class DeferredChecks implements ProofChecks {
  readonly #pool: WorkerPool;
  #session = 0;
  #unanswered = 0;
  #first: Rejection | undefined;
  /** Credentials that no worker has been given yet, in portions. */
  #credentials: Iterator<string[]> | undefined;

  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  begin(electionText: string): void {
    this.#session = this.#pool.begin(electionText);
  }

  credentials(list: Iterable<bigint>): void {
    this.#credentials = portions(list);
  }

  ballot(_ballot: Ballot, text: string, event: number): void {
    this.#submit({ type: 'ballot', session: this.#session, text }, event);
  }

  /** Waits until the workers can take more. @throws Rejection of a worker, not always the first; WorkerFailure */
  async room(): Promise<void> {
    for (;;) {
      this.#submitCredentials();
      if (this.#first !== undefined) throw this.#first;
      if (this.#credentials === undefined && this.#unanswered < this.#pool.capacity) return;
      await this.#pool.answered();
    }
  }

  /** Waits for all answers. @returns the first rejection of a worker @throws WorkerFailure */
  async finish(): Promise<Rejection | undefined> {
    for (;;) {
      if (this.#first === undefined) this.#submitCredentials();
      if (this.#unanswered === 0) break;
      await this.#pool.answered();
    }
    this.#pool.end(this.#session);
    return this.#first;
  }

  #submitCredentials(): void {
    while (this.#credentials !== undefined && this.#unanswered < this.#pool.capacity) {
      const { done, value } = this.#credentials.next();
      if (done) this.#credentials = undefined;
      else this.#submit({ type: 'credentials', session: this.#session, list: value }, 0);
    }
  }

  #submit(job: Parameters<WorkerPool['submit']>[0], event: number): void {
    this.#unanswered++;
    this.#pool.submit(job, (rejection) => {
      this.#unanswered--;
      if (rejection === undefined || (this.#first?.event ?? Number.POSITIVE_INFINITY) <= event) return;
      this.#first = new Rejection(rejection.code, rejection.sentence, event);
    });
  }
}

function* portions(list: Iterable<bigint>): Generator<string[]> {
  let portion: string[] = [];
  for (const credential of list) {
    portion.push(String(credential));
    if (portion.length < CREDENTIALS_EACH) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
