import { ArchiveReader, type ArchiveRecord } from '../archive/reader.ts';
import type { Election } from '../ballot/election.ts';
import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { bigIntArithmetic } from '../group/bigint-arithmetic.ts';
import type { Group } from '../group/group.ts';
import type { ElectionResult } from '../tally/result.ts';
import { BallotBox } from './ballot-box.ts';
import { Board, type BoardEvent } from './board.ts';
import { Count } from './count.ts';
import type { LastBallots } from './last-ballots.ts';
import { nextPhase, type Phase } from './phase.ts';
import { ImmediateChecks, type ProofChecks } from './proof-checks.ts';
import { checkSetup, type Setup } from './setup.ts';

export interface VerifierOptions {
  /** Gives the arithmetic of a group; the BigInt reference where absent. */
  arithmetic?: (group: Group) => Arithmetic;
  /** How many different trustees must have shuffled ranked ballots; 1 where absent, as belenios-tool has it. */
  minimumShuffles?: number;
}

/** What is known after a verification. */
export interface VerifyReport {
  phase: Phase;
  election: Election | undefined;
  events: number;
  /** Ballots on the board, and how many of them count (the last of each voter). */
  ballots: number;
  counted: number;
  totalWeight: number;
  result: ElectionResult | undefined;
}

/**
 * Verifies an election as its archive is read: form, chain, order of steps, every proof, the tally and the result. Stricter
 * than belenios-tool 2.0: see `RejectionCode` for everything that is refused.
 *
 * @example
 * const last = new LastBallots();
 * last.push(archive);
 * const verifier = new Verifier(last);
 * verifier.push(archive);
 * const report = verifier.end();
 */
export class Verifier {
  readonly #reader = new ArchiveReader();
  readonly #board = new Board();
  readonly #options: VerifierOptions;
  readonly #last: LastBallots;
  readonly #checks: ProofChecks;
  #phase: Phase = 'empty';
  #events = 0;
  #setup: Setup | undefined;
  #box: BallotBox | undefined;
  #count: Count | undefined;
  #result: ElectionResult | undefined;

  /** `last`: what a first reading of the same archive found (`verifyArchive` does both). */
  constructor(last: LastBallots, options: VerifierOptions = {}, checks: ProofChecks = new ImmediateChecks()) {
    this.#last = last;
    this.#options = options;
    this.#checks = checks;
  }

  /** Takes the next bytes of the archive. @throws Rejection */
  push(chunk: Uint8Array): void {
    for (const record of this.#reader.push(chunk)) this.#record(record);
  }

  /** Must be called last. @throws Rejection */
  end(): VerifyReport {
    this.#reader.end();
    this.#board.end();
    demand(
      this.#phase !== 'empty',
      'events.missing-setup',
      'The board does not begin with the setup of the election.',
    );
    return {
      phase: this.#phase,
      election: this.#setup?.election,
      events: this.#events,
      ballots: this.#box?.ballots ?? 0,
      counted: this.#box?.counted ?? 0,
      totalWeight: this.#box?.totalWeight ?? 0,
      result: this.#result,
    };
  }

  #record(record: ArchiveRecord): void {
    const step = this.#board.push(record);
    if (step === undefined) return;
    try {
      this.#step(step);
    } catch (error) {
      if (error instanceof Rejection && error.event === undefined) {
        throw new Rejection(error.code, error.sentence, step.event.height);
      }
      throw error;
    }
    this.#events++;
  }

  #step({ event, messages }: BoardEvent): void {
    this.#phase = nextPhase(this.#phase, event.type, (this.#setup?.rankings.length ?? 0) > 0);
    switch (event.type) {
      case 'Setup':
        this.#setup = checkSetup(messages, this.#options.arithmetic ?? bigIntArithmetic, this.#checks);
        this.#box = new BallotBox(this.#setup, this.#last, this.#checks);
        break;
      case 'Ballot':
        this.#box!.add(messages[0]!, event.height);
        break;
      case 'EndBallots':
        break;
      case 'EncryptedTally':
        this.#count = new Count(this.#setup!, this.#box!.tally(messages), this.#box!.totalWeight);
        break;
      case 'Shuffle':
        this.#count!.shuffle(messages);
        break;
      case 'EndShuffles':
        this.#count!.endShuffles(this.#options.minimumShuffles ?? 1);
        break;
      case 'PartialDecryption':
        this.#count!.partialDecryption(messages);
        break;
      case 'Result':
        this.#result = this.#count!.result(messages[0]!);
        break;
    }
  }
}
