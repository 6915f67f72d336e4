import type { JudgedEntry } from './books.ts';
import { type Account, GENERAL, type Posting } from './postings.ts';

/** What a node has to do with one unit. */
export interface NodeBalance {
  node: string;
  pledged: bigint;
  /** Pledged and not contributed yet. */
  outstanding: bigint;
  contributed: bigint;
  /** Contributed, and not acknowledged by the lead. Below nothing: taken back although the lead acknowledged it. */
  inTransit: bigint;
}

/** What a project has in one unit: money of one currency, or hours, or pieces. */
export interface UnitBalance {
  unit: string;
  pledged: bigint;
  outstanding: bigint;
  contributed: bigint;
  inTransit: bigint;
  /** Acknowledged by the lead, and not spent. */
  available: bigint;
  spent: bigint;
  nodes: readonly NodeBalance[];
  /** By key of the work package; an empty key is what belongs to none. */
  workPackages: ReadonlyArray<{ workPackage: string; spent: bigint }>;
  /** Sum of all accounts, which is nothing in every ledger. */
  sum: bigint;
}
export type Balances = readonly UnitBalance[];

/** Sums of the accounts, unit by unit. */
export function sumUp(entries: ReadonlyArray<Pick<JudgedEntry, 'postings'>>): Balances {
  const postings = entries.flatMap((entry) => entry.postings);
  const units = [...new Set(postings.map(({ unit }) => unit))].sort();
  return units.map((unit) =>
    unitBalance(
      unit,
      postings.filter((posting) => posting.unit === unit),
    ),
  );
}

function unitBalance(unit: string, postings: readonly Posting[]): UnitBalance {
  const total = (kind: Account['kind'], node?: string) =>
    postings
      .filter(({ account }) => account.kind === kind && (node === undefined || nodeOf(account) === node))
      .reduce((sum, { value }) => sum + value, 0n);
  const nodes = [...new Set(postings.flatMap(({ account }) => nodeOf(account) ?? []))].sort();
  const packages = [
    ...new Set(postings.flatMap(({ account }) => (account.kind === 'spent' ? [account.workPackage] : []))),
  ].sort((a, b) => Number(a === GENERAL) - Number(b === GENERAL) || (a < b ? -1 : 1));
  const of = (node?: string) => ({
    // Credits: what came from somebody is written negative.
    pledged: -total('pledged', node),
    outstanding: total('outstanding', node),
    contributed: -total('contributed', node),
    inTransit: total('in-transit', node),
  });
  return {
    unit,
    ...of(),
    available: total('available'),
    spent: total('spent'),
    nodes: nodes.map((node) => ({ node, ...of(node) })),
    workPackages: packages.map((workPackage) => ({
      workPackage,
      spent: postings
        .filter(({ account }) => account.kind === 'spent' && account.workPackage === workPackage)
        .reduce((sum, { value }) => sum + value, 0n),
    })),
    sum: postings.reduce((sum, { value }) => sum + value, 0n),
  };
}

function nodeOf(account: Account): string | null {
  return 'node' in account ? account.node : null;
}

/** Whether every unit sums to nothing, and nothing was spent or contributed that is not there. */
export function isBalanced(balances: Balances): boolean {
  return balances.every(
    ({ sum, available, nodes }) =>
      sum === 0n && available >= 0n && nodes.every(({ outstanding }) => outstanding >= 0n),
  );
}
