import { type Ballot, checkBallot } from '../ballot/ballot.ts';
import { checkCredentials } from '../ballot/credential.ts';
import type { Election } from '../ballot/election.ts';
import type { Arithmetic } from '../group/arithmetic.ts';

/** Where the costly checks are made, one for each ballot and voter: at once, or in workers while the verifier reads on. */
export interface ProofChecks {
  begin(electionText: string, election: Election, arithmetic: Arithmetic): void;
  /** @throws Rejection `credentials.not-in-group`, or later */
  credentials(list: Iterable<bigint>): void;
  /** @throws Rejection `ballot.*`, or later */
  ballot(ballot: Ballot, text: string, event: number): void;
}

/** Checks on the spot. */
export class ImmediateChecks implements ProofChecks {
  #election!: Election;
  #arithmetic!: Arithmetic;

  begin(_electionText: string, election: Election, arithmetic: Arithmetic): void {
    this.#election = election;
    this.#arithmetic = arithmetic;
  }

  credentials(list: Iterable<bigint>): void {
    checkCredentials(this.#arithmetic, list);
  }

  ballot(ballot: Ballot): void {
    checkBallot(this.#arithmetic, this.#election, ballot);
  }
}
