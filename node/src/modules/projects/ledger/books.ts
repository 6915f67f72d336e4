import { parseAmount } from './amount.ts';
import type { LoggedEntry, Reason, Standing } from './entry.ts';
import { accountName, type Posting, postingsOf, reversed } from './postings.ts';

/** An entry with what it moved; nothing where it does not count. */
export interface JudgedEntry extends LoggedEntry {
  standing: Standing;
  postings: readonly Posting[];
  /** Subject of the reversal that took it back. */
  reversedBy: string | null;
  /** What counting entries have drawn on it: contributions on a pledge, acknowledgements on a contribution. */
  drawn: bigint;
}

/** The books of one project while its entries are gone through, each author's in the order of the log. */
export class Books {
  readonly #lead: string;
  readonly #entries = new Map<string, JudgedEntry>();
  readonly #balances = new Map<string, bigint>();

  constructor(lead: string) {
    this.#lead = lead;
  }

  get entries(): JudgedEntry[] {
    return [...this.#entries.values()];
  }

  /** Judges an entry and, where it counts, posts it. The number and the author were looked at before. */
  enter(entry: LoggedEntry): JudgedEntry {
    const of = entry.body.of === undefined ? undefined : this.#entries.get(entry.body.of);
    const fault = this.#faultOf(entry, of);
    if (fault !== null) return this.put(entry, { state: stateOf(fault), reason: fault });
    const postings =
      entry.body.type === 'reversal' && of !== undefined
        ? reversed(of.postings)
        : postingsOf(entry, this.#lead, of);
    for (const posting of postings) this.#post(posting);
    if (entry.body.type === 'reversal' && of !== undefined) this.#undo(of, entry.sub);
    else if (of !== undefined) of.drawn += parseAmount(entry.body.amount);
    return this.put(entry, { state: 'counts' }, postings);
  }

  put(entry: LoggedEntry, standing: Standing, postings: readonly Posting[] = []): JudgedEntry {
    const judged = { ...entry, standing, postings, reversedBy: null, drawn: 0n };
    this.#entries.set(entry.sub, judged);
    return judged;
  }

  #faultOf(entry: LoggedEntry, of: JudgedEntry | undefined): Reason | null {
    const { type, unit } = entry.body;
    const value = parseAmount(entry.body.amount);
    if (type === 'pledge') return null;
    if (type === 'spending') {
      if (entry.node !== this.#lead) return 'not-lead';
      return value > this.#available(unit) ? 'over-available' : null;
    }
    if (type === 'contribution' && entry.body.of === undefined) return null;
    if (type === 'acknowledgement' && entry.node !== this.#lead) return 'not-lead';
    if (type !== 'acknowledgement' && nodeOf(entry.body.of) !== entry.node) return 'not-own';
    if (of === undefined) return 'unknown-entry';
    if (of.body.unit !== unit) return 'wrong-entry';
    if (of.standing.state !== 'counts') return 'not-counting';
    if (type === 'reversal') return this.#faultOfReversal(value, of);
    if (type === 'contribution') {
      if (of.body.type !== 'pledge') return 'wrong-entry';
      if (of.reversedBy !== null) return 'reversed';
      return value > left(of) ? 'over-pledge' : null;
    }
    // Whether its author took it back since is the author's word; that it arrived is the lead's. Both stand.
    if (of.body.type !== 'contribution' || of.node === this.#lead) return 'wrong-entry';
    return value > left(of) ? 'over-contribution' : null;
  }

  #faultOfReversal(value: bigint, of: JudgedEntry): Reason | null {
    const { type, unit } = of.body;
    if (type === 'reversal' || value !== parseAmount(of.body.amount)) return 'wrong-entry';
    if (of.reversedBy !== null) return 'reversed';
    if (type === 'pledge') return of.drawn > 0n ? 'in-use' : null;
    const held = type === 'acknowledgement' || (type === 'contribution' && of.node === this.#lead);
    return held && value > this.#available(unit) ? 'over-available' : null;
  }

  #undo(of: JudgedEntry, by: string): void {
    of.reversedBy = by;
    const source = of.body.of === undefined ? undefined : this.#entries.get(of.body.of);
    if (source !== undefined) source.drawn -= parseAmount(of.body.amount);
  }

  #post({ account, unit, value }: Posting): void {
    const key = `${unit} ${accountName(account)}`;
    this.#balances.set(key, (this.#balances.get(key) ?? 0n) + value);
  }

  #available(unit: string): bigint {
    return this.#balances.get(`${unit} available`) ?? 0n;
  }
}

function nodeOf(sub: string | undefined): string | undefined {
  return sub === undefined ? undefined : URL.parse(sub)?.origin;
}

/** What may still be drawn on an entry. */
export function left({ body, drawn }: Pick<JudgedEntry, 'body' | 'drawn'>): bigint {
  return parseAmount(body.amount) - drawn;
}

/** Nobody knows yet what an entry says of another that is not here. */
function stateOf(reason: Reason): 'waiting' | 'refused' {
  return reason === 'unknown-entry' || reason === 'gap' ? 'waiting' : 'refused';
}
