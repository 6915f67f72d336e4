import { type Balances, sumUp } from './balances.ts';
import { Books, type JudgedEntry } from './books.ts';
import type { LedgerFacts, LoggedEntry, Reason } from './entry.ts';

export interface Ledger {
  /** Every entry that is held, with whether it counts and why not, in one order everywhere. */
  entries: readonly JudgedEntry[];
  balances: Balances;
}

/**
 * The ledger that follows from the entries, whichever way and in whichever order they came here. Each author's entries
 * are judged in the order of its log, the lead's last: only what the lead writes rests on the word of others.
 */
export function foldLedger({ lead, members, entries }: LedgerFacts): Ledger {
  const books = new Books(lead);
  const allowed = new Set(members);
  const authors = [...new Set(entries.map(({ node }) => node))].sort();
  for (const author of [...authors.filter((node) => node !== lead), lead]) {
    let next = 1;
    for (const entry of inLogOrder(entries.filter(({ node }) => node === author))) {
      const fault = allowed.has(author) ? faultOfNumber(entry.body.number, next) : 'not-member';
      if (entry.body.number === next) next += 1;
      if (fault === null) books.enter(entry);
      else books.put(entry, { state: fault === 'gap' ? 'waiting' : 'refused', reason: fault });
    }
  }
  const judged = inOrderOfTime(books.entries);
  return { entries: judged, balances: sumUp(judged) };
}

/** Numbers have no gaps, so that a missing entry shows. */
function faultOfNumber(number: number, next: number): Reason | null {
  if (number === next) return null;
  return number > next ? 'gap' : 'number-taken';
}

/** What has no place in the log yet comes after what has one. */
function inLogOrder(entries: readonly LoggedEntry[]): LoggedEntry[] {
  return entries.toSorted(
    (a, b) =>
      (a.index ?? Number.POSITIVE_INFINITY) - (b.index ?? Number.POSITIVE_INFINITY) ||
      a.body.number - b.body.number ||
      compare(a.sub, b.sub),
  );
}

/** By the time of signing, but never against the order of a log: a clock that was set back moves nothing. */
function inOrderOfTime(entries: readonly JudgedEntry[]): JudgedEntry[] {
  const latest = new Map<string, number>();
  return entries
    .map((entry, place) => {
      const time = Math.max(entry.signedAt.getTime(), latest.get(entry.node) ?? 0);
      latest.set(entry.node, time);
      return { entry, time, place };
    })
    .sort((a, b) => a.time - b.time || compare(a.entry.node, b.entry.node) || a.place - b.place)
    .map(({ entry }) => entry);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
