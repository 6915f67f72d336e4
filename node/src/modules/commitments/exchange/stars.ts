import type { OgpCommitment } from './ogp.ts';

/** How many of the file's own star flags the formula reproduces. */
export interface StarCheck {
  equal: number;
  of: number;
  /** Rows, from 0, where the two differ. */
  differ: number[];
}

export function checkStars(commitments: readonly OgpCommitment[]): StarCheck {
  const flagged = commitments.filter(({ flag }) => flag !== null);
  const differ = flagged.filter(({ flag, star }) => flag !== star.starred).map(({ row }) => row);
  return { equal: flagged.length - differ.length, of: flagged.length, differ };
}

export function countriesOf(commitments: readonly { country: string }[]): number {
  return new Set(commitments.map(({ country }) => country)).size;
}
