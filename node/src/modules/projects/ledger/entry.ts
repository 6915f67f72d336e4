import type { Entry } from '../entry.ts';

/** What an entry of the ledger can be. Each form balances by itself: nobody writes postings by hand. */
export const ENTRY_TYPES = ['pledge', 'contribution', 'acknowledgement', 'spending', 'reversal'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** An entry as it lies in a log. */
export interface LoggedEntry {
  /** Its address at its origin, by which others name it. An id alone could be copied by anybody. */
  sub: string;
  jti: string;
  /** Origin of the node in whose log it lies. */
  node: string;
  /** Its place there; null while it waits for one. */
  index: number | null;
  /** When its author says that it was signed. */
  signedAt: Date;
  body: Pick<Entry, 'number' | 'type' | 'amount' | 'unit' | 'of' | 'workPackage'>;
}

/** All that a ledger follows from. */
export interface LedgerFacts {
  /** Origin of the node that leads the project: it holds what was contributed. */
  lead: string;
  /** Origins of the nodes that were invited and have joined, the lead among them; who has left since is still here. */
  members: readonly string[];
  entries: readonly LoggedEntry[];
}

/** Why an entry does not count: yet, or at all. */
export type Reason =
  | 'gap'
  | 'unknown-entry'
  | 'not-member'
  | 'number-taken'
  | 'not-lead'
  | 'not-own'
  | 'wrong-entry'
  | 'not-counting'
  | 'reversed'
  | 'over-pledge'
  | 'over-contribution'
  | 'over-available'
  | 'in-use';
export type Standing = { state: 'counts' } | { state: 'waiting' | 'refused'; reason: Reason };
