import { add, compare, divide, type Fraction, fraction, subtract, times, ZERO } from './fraction.ts';
import type { Ranking } from './schulze.ts';

/** What happened in one step of the count. Ties are named before the step that they lead to. */
export type StvEvent =
  | { type: 'win'; choices: number[] }
  | { type: 'lose'; choice: number }
  | { type: 'tie-win'; choices: number[] }
  | { type: 'tie-lose'; choices: number[] };

export interface StvResult {
  /** Ballots as lists of choices, the best first; unranked choices are left out. */
  ballots: number[][];
  /** Ballots that give two choices one rank, or leave a rank out. */
  invalid: Ranking[];
  events: StvEvent[];
  winners: number[];
}

interface Pile {
  choices: number[];
  weight: Fraction;
}

/**
 * Single transferable vote: Droop quota, surplus carried over in exact fractions (Gregory's method), the last choice taken out
 * where nobody reaches the quota. Ties go to the choice that stands first on the ballot paper, as in belenios-tool.
 * @param ballots ranks from 1 (best); 0 leaves a choice unranked
 * @example singleTransferableVote([[1, 2], [1, 2], [2, 1]], 1).winners // [0]
 */
export function singleTransferableVote(ballots: readonly Ranking[], seats: number): StvResult {
  const orders = ballots.map(orderOf);
  const valid = orders.filter((order) => order !== undefined);
  const events: StvEvent[] = [];
  const winners: number[] = [];
  const quota = fraction(BigInt(Math.floor(valid.length / (seats + 1)) + 1));
  // Whom nobody ranked does not stand, as in belenios-tool: a seat stays empty rather than go to such a choice.
  let running = [...new Set(valid.flat())].sort((a, b) => a - b);
  let piles: Pile[] = valid.map((choices) => ({ choices, weight: fraction(1n) }));

  while (winners.length < seats && running.length > 0) {
    if (running.length <= seats - winners.length) {
      events.push({ type: 'win', choices: running });
      winners.push(...running);
      break;
    }
    const scores = new Map(running.map((choice) => [choice, scoreOf(piles, choice)]));
    const reached = running.filter((choice) => compare(scores.get(choice)!, quota) >= 0);
    if (reached.length > 0) {
      const best = extreme(reached, scores, 1);
      if (best.length > 1) events.push({ type: 'tie-win', choices: best });
      const winner = best[0]!;
      events.push({ type: 'win', choices: [winner] });
      winners.push(winner);
      const score = scores.get(winner)!;
      const kept = divide(subtract(score, quota), score);
      piles = piles.map((pile) =>
        pile.choices[0] === winner ? { ...pile, weight: times(pile.weight, kept) } : pile,
      );
      running = running.filter((choice) => choice !== winner);
    } else {
      const worst = extreme(running, scores, -1);
      if (worst.length > 1) events.push({ type: 'tie-lose', choices: worst });
      const loser = worst.at(-1)!;
      events.push({ type: 'lose', choice: loser });
      running = running.filter((choice) => choice !== loser);
    }
    piles = piles.map(({ choices, weight }) => ({
      choices: choices.filter((choice) => running.includes(choice)),
      weight,
    }));
  }
  return { ballots: valid, invalid: ballots.filter((_, i) => orders[i] === undefined), events, winners };
}

/** Choices from the best rank on; undefined where the ranks given are not 1, 2, 3 and so on. */
function orderOf(ranks: Ranking): number[] | undefined {
  const ranked = ranks.flatMap((rank, choice) => (rank > 0 ? [{ rank, choice }] : []));
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.every(({ rank }, i) => rank === i + 1) ? ranked.map(({ choice }) => choice) : undefined;
}

function scoreOf(piles: readonly Pile[], choice: number): Fraction {
  return piles.reduce((sum, pile) => (pile.choices[0] === choice ? add(sum, pile.weight) : sum), ZERO);
}

/** The choices with the highest (1) or lowest (-1) score. */
function extreme(choices: readonly number[], scores: ReadonlyMap<number, Fraction>, sign: 1 | -1): number[] {
  const best = choices.reduce((a, b) => (compare(scores.get(b)!, scores.get(a)!) * sign > 0 ? b : a));
  return choices.filter((choice) => compare(scores.get(choice)!, scores.get(best)!) === 0);
}
