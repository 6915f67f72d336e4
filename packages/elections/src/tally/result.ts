import type { Election } from '../ballot/election.ts';
import { decodeIntegers } from '../ballot/embedding.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { asArray, asObject } from '../codec/shape.ts';
import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import type { EncryptedTally } from './encrypted-tally.ts';
import { smallLogarithm } from './logarithm.ts';

/** For each question: a count for each slot (blank first), or every ballot's ranks in the order of the last shuffle. */
export type ElectionResult = (number[] | number[][])[];

/**
 * Decrypts the tally with the combined factors of the trustees.
 * @param totalWeight no count can be above it
 * @throws Rejection `result.mismatch` where the tally holds no result (the shares belong to something else)
 */
export function computeResult(
  arithmetic: Arithmetic,
  election: Election,
  tally: EncryptedTally,
  factors: readonly bigint[][],
  totalWeight: number,
): ElectionResult {
  return election.questions.map((question, i) => {
    const plain = tally[i]!.map(({ beta }, j) =>
      arithmetic.multiply(beta, arithmetic.invert(factors[i]![j]!)),
    );
    if (question.type === 'ranking') {
      return plain.map(
        (element) => decodeIntegers(element, question.answers.length, election.group) ?? noResult(),
      );
    }
    return plain.map((element) => smallLogarithm(arithmetic, element, totalWeight) ?? noResult());
  });
}

function noResult(): never {
  throw new Rejection('result.mismatch', 'The shares of the trustees do not open the tally.');
}

export function writeResult(result: ElectionResult): string {
  return writeJson({ result: result as Json[] });
}

/**
 * Reads a result message. Counts are whole numbers in [0, totalWeight]: `count + q` names the same group element, so a
 * verifier that only compares elements would take it.
 * @throws Rejection `result.shape`, `result.count-range`
 */
export function readResult(text: string, election: Election, totalWeight: number): ElectionResult {
  const rows = asArray(asObject(readJson(text), ['result']).result);
  demand(
    rows.length === election.questions.length,
    'result.shape',
    'The result answers another number of questions.',
  );
  return rows.map((row, i): number[] | number[][] => {
    const question = election.questions[i]!;
    if (question.type === 'homomorphic') return asArray(row).map((count) => readCount(count, totalWeight));
    return asArray(row).map((ranks) => asArray(ranks).map((rank) => readCount(rank, 255)));
  });
}

function readCount(value: Json, most: number): number {
  const inRange = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
  demand(
    inRange,
    'result.count-range',
    'A count of the result is more than there are votes, or no number at all.',
  );
  return value as number;
}

/**
 * Compares a published result with the one that follows from the tally.
 * @throws Rejection `result.mismatch`, `result.order`
 */
export function compareResults(published: ElectionResult, computed: ElectionResult): void {
  published.forEach((row, i) => {
    if (writeJson(row as Json) === writeJson(computed[i] as Json)) return;
    const sorted = (rows: number[] | number[][]): string =>
      Array.isArray(rows[0])
        ? (rows as number[][])
            .map((ranks) => ranks.join())
            .sort()
            .join(';')
        : rows.join();
    if (Array.isArray(row[0]) && sorted(row) === sorted(computed[i]!)) {
      throw new Rejection(
        'result.order',
        'The ranked ballots stand in another order than the shuffled list.',
      );
    }
    throw new Rejection('result.mismatch', 'The published result is not the one that the ballots give.');
  });
}
