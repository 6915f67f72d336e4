import { majorityJudgment, type Question, schulze, singleTransferableVote } from '@koinon/elections';
import { UsageError } from '../framework/error.ts';
import { wholeNumber } from './options.ts';
import { plain } from './plain.ts';

export const countingOptions = {
  method: {
    type: 'string',
    value: 'NAME',
    describe:
      'How to count ranked ballots: schulze, stv or majority-judgment. Otherwise as the question says, where it does.',
  },
  seats: { type: 'string', value: 'N', describe: 'How many are elected, for stv (1).' },
} as const;

const METHODS = ['schulze', 'stv', 'majority-judgment'] as const;
type MethodName = (typeof METHODS)[number];

/** How ranked ballots are to be counted, as the command line says. */
export interface Counting {
  method: MethodName | undefined;
  seats: number;
}

/** @throws UsageError */
export function readCounting(options: { method: string | undefined; seats: string | undefined }): Counting {
  const method = METHODS.find((name) => name === options.method);
  if (options.method !== undefined && method === undefined)
    throw new UsageError('option-value', `--method takes ${METHODS.join(', ')}, not "${options.method}".`);
  return { method, seats: wholeNumber('seats', options.seats, 1, [1, 254]) };
}

/** The outcome of a ranking question: choices by their index, those that share a rank together, the best first. */
export interface Outcome {
  method: MethodName;
  /** Ballots that count, and those that do not: blank ones, and ones with ranks that the method does not know. */
  valid: number;
  blank: number;
  invalid: number;
  winners: number[][];
}

type RankingQuestion = Extract<Question, { type: 'ranking' }>;

/** Counts the decrypted ballots of a ranking question; undefined where nobody says how. @throws UsageError */
export function countRanking(
  question: RankingQuestion,
  ballots: readonly (readonly number[])[],
  { method: asked, seats }: Counting,
): Outcome | undefined {
  const method = asked ?? methodOf(question);
  if (method === undefined) return undefined;
  const choices = question.answers.length;
  const blank = question.method?.blank ?? true;
  if (method === 'schulze') {
    const { valid, blank: blanks, winners } = schulze(ballots, choices, blank);
    return { method, valid, blank: blanks, invalid: 0, winners };
  }
  if (method === 'majority-judgment') {
    if (question.method?.name !== 'MajorityJudgment')
      throw new UsageError(
        'no-grades',
        `"${plain(question.question)}" has no grades: majority judgment needs them.`,
      );
    const grades = question.method.grades.length;
    const { valid, blank: blanks, invalid, winners } = majorityJudgment(ballots, choices, grades, blank);
    return { method, valid, blank: blanks, invalid: invalid.length, winners };
  }
  const { ballots: valid, invalid, winners } = singleTransferableVote(ballots, seats);
  const blanks = valid.filter((order) => order.length === 0).length;
  return {
    method,
    valid: valid.length - blanks,
    blank: blanks,
    invalid: invalid.length,
    winners: winners.map((choice) => [choice]),
  };
}

function methodOf({ method }: RankingQuestion): MethodName | undefined {
  if (method === undefined) return undefined;
  return method.name === 'Schulze' ? 'schulze' : 'majority-judgment';
}
