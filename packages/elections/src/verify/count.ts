import { demand, Rejection } from '../error.ts';
import { checkShuffle } from '../shuffle/check-shuffle.ts';
import { readShuffle } from '../shuffle/shuffle.ts';
import {
  checkPartialDecryption,
  combineFactors,
  type PartialDecryption,
  readPartialDecryption,
} from '../tally/decryption.ts';
import type { EncryptedTally } from '../tally/encrypted-tally.ts';
import { compareResults, computeResult, type ElectionResult, readResult } from '../tally/result.ts';
import { readOwned } from './board.ts';
import type { Setup } from './setup.ts';

/** What the trustees do with the tally: they shuffle ranked ballots, decrypt, and state the result. */
export class Count {
  readonly #setup: Setup;
  #tally: EncryptedTally;
  readonly #totalWeight: number;
  readonly #shufflers = new Set<number>();
  readonly #shares = new Map<number, PartialDecryption>();

  constructor(setup: Setup, tally: EncryptedTally, totalWeight: number) {
    this.#setup = setup;
    this.#tally = tally;
    this.#totalWeight = totalWeight;
  }

  /** @throws Rejection `shuffle.*` */
  shuffle([shuffleText, ownedText]: readonly string[]): void {
    const { election, arithmetic, rankings } = this.#setup;
    const owner = this.#owner(ownedText!, 'shuffle.owner');
    demand(!this.#shufflers.has(owner), 'shuffle.owner', 'One trustee shuffled the ballots twice.');
    this.#shufflers.add(owner);
    const shuffle = readShuffle(shuffleText!, election.group);
    const before = rankings.map((i) => this.#tally[i]!);
    checkShuffle(arithmetic, election.publicKey, election.fingerprint, before, shuffle);
    this.#tally = this.#tally.map((row, i) =>
      rankings.includes(i) ? shuffle.ciphertexts[rankings.indexOf(i)]! : row,
    );
  }

  /** @throws Rejection `shuffle.missing` */
  endShuffles(minimum: number): void {
    const enough = this.#shufflers.size >= minimum;
    demand(enough, 'shuffle.missing', 'Fewer trustees mixed the ranked ballots than the election requires.');
  }

  /** @throws Rejection `decryption.*` */
  partialDecryption([shareText, ownedText]: readonly string[]): void {
    const owner = this.#owner(ownedText!, 'decryption.owner');
    demand(
      !this.#shares.has(owner),
      'decryption.duplicate-owner',
      'One trustee took part in the decryption twice.',
    );
    const share = readPartialDecryption(shareText!, this.#setup.election.group);
    try {
      this.#checkShare(owner, share);
    } catch (error) {
      throw this.#wrongOwner(error, share, owner);
    }
    this.#shares.set(owner, share);
  }

  #checkShare(owner: number, share: PartialDecryption): void {
    const { election, arithmetic, flat } = this.#setup;
    const { publicKey } = flat[owner - 1]!;
    checkPartialDecryption(arithmetic, publicKey, election.fingerprint, this.#tally, share);
  }

  /** A share that is right for another trustee was filed under the wrong name: say that, rather than that a proof fails. */
  #wrongOwner(error: unknown, share: PartialDecryption, owner: number): unknown {
    if (!(error instanceof Rejection) || error.code !== 'decryption.proof') return error;
    const other = this.#setup.flat.some((trustee) => {
      if (trustee.owner === owner) return false;
      try {
        this.#checkShare(trustee.owner, share);
        return true;
      } catch {
        return false;
      }
    });
    return other
      ? new Rejection(
          'decryption.owner',
          'A share of the decryption is filed under a trustee who did not make it.',
        )
      : error;
  }

  #owner(text: string, code: 'shuffle.owner' | 'decryption.owner'): number {
    const { owner } = readOwned(text);
    const known = owner >= 1 && owner <= this.#setup.flat.length;
    demand(known, code, 'A step of the count is filed under a trustee who does not exist.');
    return owner;
  }

  /** @returns the result, which must be the published one @throws Rejection `result.*`, `decryption.insufficient` */
  result(text: string): ElectionResult {
    const { election, arithmetic, trustees } = this.#setup;
    const published = readResult(text, election, this.#totalWeight);
    const factors = combineFactors(arithmetic, trustees, this.#tally, this.#shares);
    const computed = computeResult(arithmetic, election, this.#tally, factors, this.#totalWeight);
    compareResults(published, computed);
    this.#checkRange(computed);
    return computed;
  }

  /** Follows from the ballots' proofs; checked again, since it costs nothing. */
  #checkRange(result: ElectionResult): void {
    this.#setup.election.questions.forEach((question, i) => {
      if (question.type === 'ranking' || question.blank) return;
      const sum = (result[i] as number[]).reduce((total, count) => total + count, 0);
      const within = sum >= question.min * this.#totalWeight && sum <= question.max * this.#totalWeight;
      demand(
        within,
        'result.count-range',
        'The counts of a question add up to more or fewer votes than could be cast.',
      );
    });
  }
}
