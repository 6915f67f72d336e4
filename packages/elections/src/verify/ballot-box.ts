import { utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import { ciphertextText } from '../ballot/answer.ts';
import { type Ballot, readBallot } from '../ballot/ballot.ts';
import { demand } from '../error.ts';
import type { EncryptedTally } from '../tally/encrypted-tally.ts';
import { TallyBuilder, writeEncryptedTally, writeSizedTally } from '../tally/encrypted-tally.ts';
import { DigestTable } from './digest-table.ts';
import { credentialDigest, type LastBallots } from './last-ballots.ts';
import type { ProofChecks } from './proof-checks.ts';
import type { Setup } from './setup.ts';

/** Takes the ballots of a board one by one, refuses strangers and copies, and adds up those that count. Keeps none. */
export class BallotBox {
  readonly #setup: Setup;
  readonly #last: LastBallots;
  readonly #checks: ProofChecks;
  readonly #builder: TallyBuilder;
  readonly #seenBallots = new DigestTable();
  /** Ciphertexts by the number of the first ballot of their voter, and credentials likewise: copies show as others' numbers. */
  readonly #seenCiphertexts = new DigestTable();
  readonly #voters = new DigestTable();
  ballots = 0;
  counted = 0;
  totalWeight = 0;

  constructor(setup: Setup, last: LastBallots, checks: ProofChecks) {
    this.#setup = setup;
    this.#last = last;
    this.#checks = checks;
    this.#builder = new TallyBuilder(setup.arithmetic, setup.election);
  }

  /** @throws Rejection `ballot.*` */
  add(text: string, event: number): void {
    const number = ++this.ballots;
    const first = this.#seenBallots.put(sha256(utf8(text)), number);
    demand(first === number, 'ballot.duplicate', 'The same ballot stands on the board twice.');
    const ballot = readBallot(text, this.#setup.election);
    const weight = this.#setup.weights.get(credentialDigest(String(ballot.credential)));
    demand(
      weight !== 0,
      'ballot.credential-unknown',
      'A ballot was cast with a credential that is not on the list of voters.',
    );
    this.#checks.ballot(ballot, text, event);
    this.#refuseCopies(ballot, number);
    if (!this.#last.counts(number, ballot.credential)) return;
    this.#builder.add(ballot, weight);
    this.counted++;
    this.totalWeight += weight;
  }

  /** An equal ciphertext under another credential is a copied vote, even where its proofs were made anew. */
  #refuseCopies(ballot: Ballot, number: number): void {
    const voter = this.#voters.put(credentialDigest(String(ballot.credential)), number);
    for (const answer of ballot.answers) {
      for (const ciphertext of answer.type === 'ranking' ? [answer.choices] : answer.choices) {
        const owner = this.#seenCiphertexts.put(sha256(utf8(ciphertextText(ciphertext))), voter);
        demand(
          owner === voter,
          'ballot.equal-ciphertext',
          'A ballot repeats a part of another voter’s ballot.',
        );
      }
    }
  }

  /**
   * The tally of the ballots, which must be the published one.
   * @throws Rejection `tally.mismatch`, `tally.counts`
   */
  tally([tallyText, sizedText]: readonly string[]): EncryptedTally {
    const tally = this.#builder.finish();
    const computed = writeEncryptedTally(tally);
    demand(
      computed === tallyText,
      'tally.mismatch',
      'The published tally is not the sum of the ballots on the board.',
    );
    const sized = writeSizedTally(computed, this.counted, this.totalWeight);
    demand(
      sized === sizedText,
      'tally.counts',
      'The published number of ballots or of votes is not the true one.',
    );
    return tally;
  }
}
