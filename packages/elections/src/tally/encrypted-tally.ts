import { readCiphertext, writeCiphertext } from '../ballot/answer.ts';
import type { Ballot } from '../ballot/ballot.ts';
import type { Election } from '../ballot/election.ts';
import { slotsOf } from '../ballot/question.ts';
import { sha256Hex } from '../codec/hash.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { asArray } from '../codec/shape.ts';
import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import type { Ciphertext } from '../proof/disjunction.ts';

/**
 * For each question: one ciphertext a slot (homomorphic), or the list of ballots' ciphertexts (ranking).
 */
export type EncryptedTally = Ciphertext[][];

/** A ballot's place in the tally. */
export interface CountedBallot {
  ballot: Ballot;
  weight: number;
}

/**
 * Adds ballots up under encryption, one at a time, and takes a voter's earlier ballot out when a later one replaces it: no
 * list of ballots is held but for ranking questions, which need their ciphertexts.
 */
export class TallyBuilder {
  readonly #arithmetic: Arithmetic;
  readonly #election: Election;
  readonly #sums: Ciphertext[][];
  readonly #lists: Map<bigint, Ciphertext>[];

  constructor(arithmetic: Arithmetic, election: Election) {
    this.#arithmetic = arithmetic;
    this.#election = election;
    this.#sums = election.questions.map((question) =>
      question.type === 'ranking'
        ? []
        : Array.from({ length: slotsOf(question) }, () => ({ alpha: 1n, beta: 1n })),
    );
    this.#lists = election.questions.map(() => new Map());
  }

  add(ballot: Ballot, weight: number): void {
    ballot.answers.forEach((answer, i) => {
      if (answer.type === 'ranking') {
        demand(weight === 1, 'credentials.weight', 'A ranking question cannot be counted with weights.');
        this.#lists[i]!.set(ballot.credential, answer.choices);
        return;
      }
      answer.choices.forEach((choice, slot) => {
        const sum = this.#sums[i]![slot]!;
        sum.alpha = this.#arithmetic.multiply(sum.alpha, this.#weighted(choice.alpha, weight));
        sum.beta = this.#arithmetic.multiply(sum.beta, this.#weighted(choice.beta, weight));
      });
    });
  }

  #weighted(x: bigint, weight: number): bigint {
    return weight === 1 ? x : this.#arithmetic.power(x, BigInt(weight));
  }

  /** Ranking ciphertexts come sorted by alpha, then beta, so that their order tells nothing. */
  finish(): EncryptedTally {
    return this.#election.questions.map((question, i) =>
      question.type === 'ranking' ? [...this.#lists[i]!.values()].sort(byAlphaThenBeta) : this.#sums[i]!,
    );
  }
}

function byAlphaThenBeta(a: Ciphertext, b: Ciphertext): number {
  if (a.alpha !== b.alpha) return a.alpha < b.alpha ? -1 : 1;
  return a.beta < b.beta ? -1 : a.beta > b.beta ? 1 : 0;
}

export function writeEncryptedTally(tally: EncryptedTally): string {
  return writeJson(tally.map((row) => row.map(writeCiphertext)));
}

export function readEncryptedTally(text: string): EncryptedTally {
  return asArray(readJson(text)).map((row) => asArray(row).map(readCiphertext));
}

/** The message that names an encrypted tally, with the numbers of ballots and of votes in it. */
export function writeSizedTally(tallyText: string, numTallied: number, totalWeight: number): string {
  const json: { [key: string]: Json } = {
    num_tallied: numTallied,
    // belenios-tool writes weights from 2^30 on as texts.
    total_weight: totalWeight < 2 ** 30 ? totalWeight : String(totalWeight),
    encrypted_tally: sha256Hex(tallyText),
  };
  return writeJson(json);
}
