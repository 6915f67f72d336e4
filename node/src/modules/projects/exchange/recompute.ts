import { isDeepStrictEqual } from 'node:util';
import { isBalanced } from '../ledger/balances.ts';
import { foldLedger } from '../ledger/fold.ts';
import { type LedgerFile, ledgerJson, readLedgerFile } from './ledger-file.ts';

/** What follows from the entries of a file, held against what the file says. */
export interface Recomputed {
  ledger: LedgerFile;
  balanced: boolean;
  /** Units whose balances the file states otherwise, and entries that it judges otherwise. */
  differs: { units: readonly string[]; entries: readonly string[] };
}

/** Computes the ledger of a file anew. @throws UnreadableLedger */
export function recompute(text: string): Recomputed {
  const { file, facts } = readLedgerFile(text);
  const folded = foldLedger(facts);
  const ledger = ledgerJson(file.project, facts, folded);
  const stated = new Map(file.balances.map((balance) => [balance.unit, balance]));
  const computed = new Map(ledger.balances.map((balance) => [balance.unit, balance]));
  const units = [...new Set([...stated.keys(), ...computed.keys()])].filter(
    (unit) => !isDeepStrictEqual(stated.get(unit), computed.get(unit)),
  );
  const judged = new Map(ledger.entries.map((entry) => [entry.sub, entry]));
  const entries = file.entries
    .filter((entry) => !isDeepStrictEqual(entry, judged.get(entry.sub)))
    .map(({ sub }) => sub);
  return { ledger, balanced: isBalanced(folded.balances), differs: { units, entries } };
}
