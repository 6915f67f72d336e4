import { checkRecordEntry, type EntryFlag, parseRecord, RecordError, recordKeyAt } from '@koinon/records';
import { ed25519VerifyLater } from '@koinon/transparency-log/crypto';
import type { RecordKey } from '../trust/trust-store.ts';
import type { Report } from './problem.ts';

export interface EntryRow {
  index: number;
  body: string;
  jti: string | null;
  kind: string | null;
  sub: string | null;
  flag: string | null;
  raw: Uint8Array | null;
}

/** Checks that records which are shown are signed by a key valid at their place, and that the columns say what they say. */
export async function checkRecords(
  node: string,
  rows: readonly EntryRow[],
  keys: readonly RecordKey[],
  report: Report,
): Promise<void> {
  await Promise.all(rows.filter((row) => row.flag === null).map((row) => checkRecord(row, keys, report)));
  for (const row of rows) checkFlag(row, node, keys, report);
}

/** Faults of an entry that nothing but the entry and the keys decides. */
const FOUND_IN_ENTRY: ReadonlySet<string> = new Set<EntryFlag>([
  'malformed',
  'too-large',
  'wrong-typ',
  'wrong-alg',
  'unsupported-crit',
  'invalid-payload',
  'unknown-key',
  'bad-signature',
  'wrong-issuer',
  'foreign-subject',
  'wrong-first-entry',
]);

/** A flag keeps a record from being shown: what it says is found again, or it was put there. */
function checkFlag(row: EntryRow, node: string, keys: readonly RecordKey[], report: Report): void {
  if (row.flag === null || !FOUND_IN_ENTRY.has(row.flag)) return;
  const anyTime = { now: Number.MAX_SAFE_INTEGER, previousIat: null, latestKeys: null };
  const found = checkRecordEntry(row.raw ?? row.body, { node, index: row.index, keys, ...anyTime });
  if (found.flag !== row.flag) {
    report('flag', row.index, `flagged ${row.flag}, but the entry is ${found.flag ?? 'sound'}`);
  }
}

async function checkRecord(row: EntryRow, keys: readonly RecordKey[], report: Report): Promise<void> {
  try {
    const { header, payload, signingInput, signature } = parseRecord(row.body);
    if (payload.jti !== row.jti || payload.kind !== row.kind || payload.sub !== row.sub) {
      report('columns', row.index, 'jti, kind or sub differ from the record');
    }
    const key = recordKeyAt(keys, header.kid, row.index);
    if (key === null) report('record-signature', row.index, `key ${header.kid} is not valid here`);
    else if (!(await ed25519VerifyLater(key.publicKey, signingInput, signature))) {
      report('record-signature', row.index, 'the signature does not verify');
    }
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    report('record-signature', row.index, error.message);
  }
}
