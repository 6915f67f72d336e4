import { equal, type Hash } from '@koinon/transparency-log';

/** Gives the root of the first `size` entries of one version of a log. */
export type RootAt = (size: number) => Promise<Hash>;

/** How many entries two versions share: up to there their roots are equal, behind it never again. */
export async function commonPrefix(ours: RootAt, theirs: RootAt, most: number): Promise<number> {
  let shared = 0;
  let different = most + 1;
  while (different - shared > 1) {
    const middle = Math.floor((shared + different) / 2);
    const [a, b] = await Promise.all([ours(middle), theirs(middle)]);
    if (equal(a, b)) shared = middle;
    else different = middle;
  }
  return shared;
}
