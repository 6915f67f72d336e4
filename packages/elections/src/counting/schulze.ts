/** Ranks of one ballot, one for each choice, 1 the best; 0 ranks a choice below all others. */
export type Ranking = readonly number[];

/** Strength of a path: how many prefer along it, and how many against it, at its weakest step. */
type Strength = readonly [votesFor: number, votesAgainst: number];

export interface SchulzeResult {
  /** Ballots counted, and ballots left blank (all ranks 0) where blank is allowed. */
  valid: number;
  blank: number;
  /** `raw[i][j]`: ballots that prefer choice i to choice j. */
  raw: number[][];
  /** Choices by rank of the result, the winners first; choices that no path separates share a rank. */
  winners: number[][];
}

/**
 * Schulze's method with winning votes: choice i beats j where the strongest path from i to j is stronger than any back.
 *
 * Source: Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method" (2011).
 * @example schulze([[1, 2], [1, 2], [2, 1]], 2, false).winners // [[0], [1]]
 */
export function schulze(ballots: readonly Ranking[], choices: number, blankAllowed: boolean): SchulzeResult {
  const counted = blankAllowed ? ballots.filter((ranks) => ranks.some((rank) => rank !== 0)) : ballots;
  const places = Array.from({ length: choices }, (_, i) => i);
  const raw = places.map((i) => places.map((j) => counted.filter((ranks) => prefers(ranks, i, j)).length));
  const paths: Strength[][] = places.map((i) =>
    places.map((j): Strength => (raw[i]![j]! > raw[j]![i]! ? [raw[i]![j]!, raw[j]![i]!] : [0, 0])),
  );
  for (const via of places) {
    for (const from of places) {
      for (const to of places) {
        if (from === to || from === via || to === via) continue;
        const detour = weaker(paths[from]![via]!, paths[via]![to]!);
        if (compare(detour, paths[from]![to]!) > 0) paths[from]![to] = detour;
      }
    }
  }
  return {
    valid: counted.length,
    blank: ballots.length - counted.length,
    raw,
    winners: layers(places, paths),
  };
}

function prefers(ranks: Ranking, i: number, j: number): boolean {
  const rankOf = (choice: number): number =>
    ranks[choice] === 0 ? Number.POSITIVE_INFINITY : ranks[choice]!;
  return rankOf(i) < rankOf(j);
}

function compare([forA, againstA]: Strength, [forB, againstB]: Strength): number {
  return forA !== forB ? forA - forB : againstB - againstA;
}

function weaker(a: Strength, b: Strength): Strength {
  return compare(a, b) <= 0 ? a : b;
}

/** Takes off the choices that nobody beats, again and again. */
function layers(places: readonly number[], paths: readonly (readonly Strength[])[]): number[][] {
  let left = [...places];
  const result: number[][] = [];
  while (left.length > 0) {
    const top = left.filter((i) => left.every((j) => compare(paths[j]![i]!, paths[i]![j]!) <= 0));
    result.push(top);
    left = left.filter((i) => !top.includes(i));
  }
  return result;
}
