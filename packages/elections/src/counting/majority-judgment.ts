/** Grades of one ballot, one for each choice, from 1 (best) to the number of grades. */
export type Grades = readonly number[];

export interface MajorityJudgmentResult {
  valid: number;
  blank: number;
  /** Ballots with a grade that does not exist. */
  invalid: Grades[];
  /** `raw[i][g]`: ballots that give choice i the grade g + 1. */
  raw: number[][];
  /** Choices by rank of the result, the winners first; choices with the same grades share a rank. */
  winners: number[][];
}

/**
 * Majority judgment: choices are ordered by their majority grade, the median; ties by the next majority grade once a vote for
 * the median was taken from each, and so on. With an even number of votes the median is the better of the two middle grades, as
 * belenios-tool has it (the book takes the worse one): decision 0004 says why.
 *
 * Source: Michel Balinski and Rida Laraki, "Majority Judgment" (2010).
 * @example majorityJudgment([[1, 2], [1, 3], [3, 1]], 2, 3, false).winners // [[0], [1]]
 */
export function majorityJudgment(
  ballots: readonly Grades[],
  choices: number,
  grades: number,
  blankAllowed: boolean,
): MajorityJudgmentResult {
  const isBlank = (ballot: Grades): boolean => blankAllowed && ballot.every((grade) => grade === 0);
  const isValid = (ballot: Grades): boolean =>
    ballot.length === choices && ballot.every((grade) => grade >= 1 && grade <= grades);
  const cast = ballots.filter((ballot) => !isBlank(ballot));
  const valid = cast.filter(isValid);
  const raw = Array.from({ length: choices }, (_, i) =>
    Array.from({ length: grades }, (_, g) => valid.filter((ballot) => ballot[i] === g + 1).length),
  );
  const values = raw.map(majorityValue);
  const order = values.map((_, i) => i).sort((a, b) => compare(values[a]!, values[b]!));
  const winners: number[][] = [];
  for (const choice of order) {
    const last = winners.at(-1);
    if (last !== undefined && compare(values[last[0]!]!, values[choice]!) === 0) last.push(choice);
    else winners.push([choice]);
  }
  return {
    valid: valid.length,
    blank: ballots.length - cast.length,
    invalid: cast.filter((ballot) => !isValid(ballot)),
    raw,
    winners,
  };
}

/** The sequence of majority grades: the median, then the median without it, until no vote is left. */
function majorityValue(counts: readonly number[]): number[] {
  const left = [...counts];
  let total = left.reduce((sum, count) => sum + count, 0);
  const value: number[] = [];
  while (total > 0) {
    let rank = Math.ceil(total / 2);
    const median = left.findIndex((count) => {
      rank -= count;
      return rank <= 0;
    });
    value.push(median);
    left[median]!--;
    total--;
  }
  return value;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((grade, i) => grade !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
