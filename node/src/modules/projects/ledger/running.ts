import type { JudgedEntry } from './books.ts';

/** What the project had of its unit after each entry; null for an entry that does not move that. */
export function runningAvailable(entries: readonly JudgedEntry[]): (bigint | null)[] {
  const sums = new Map<string, bigint>();
  return entries.map(({ postings }) => {
    const moves = postings.filter(({ account }) => account.kind === 'available');
    for (const { unit, value } of moves) sums.set(unit, (sums.get(unit) ?? 0n) + value);
    const [first] = moves;
    return first === undefined ? null : (sums.get(first.unit) ?? 0n);
  });
}
