import { parseRecord, RecordError, recordKeyAt } from '@koinon/records';
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
}

/** Checks that records which are shown are signed by a key valid at their place, and that the columns say what they say. */
export async function checkRecords(
  rows: readonly EntryRow[],
  keys: readonly RecordKey[],
  report: Report,
): Promise<void> {
  // What is flagged is not shown as checked.
  await Promise.all(rows.filter((row) => row.flag === null).map((row) => checkRecord(row, keys, report)));
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
