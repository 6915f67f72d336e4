/**
 * Runs the vectors of this package and leaves what came of them in `globalThis.recordsSmoke`. Bundled for browsers, it must
 * need nothing of Node.
 */
import {
  checkRecordEntry,
  keysFromJwks,
  parseRecord,
  publicKeyFromJwk,
  readDisclosures,
  thumbprint,
  verifyReceipt,
  verifyRecord,
} from '@koinon/records';
import { mlDsa44 } from '@koinon/transparency-log/crypto';
import vectors from '../vectors/vectors.json' with { type: 'json' };

export type SmokeResults = Record<string, boolean>;

const { record, receipts, policy, jwks, node, time } = vectors;
const keys = keysFromJwks(jwks);

function verdict(receipt: string): string {
  return verifyReceipt(receipt, { policy, jwks }).verdict;
}

/** One character of each line changed, every line in turn. */
function changedLines(receipt: string): string[] {
  return receipt.split('\n').map((line, i, lines) => {
    const middle = Math.floor(line.length / 2);
    const other = line[middle] === 'A' ? 'B' : 'A';
    return lines.with(i, line.slice(0, middle) + other + line.slice(middle + 1)).join('\n');
  });
}

function disclosuresOpen(): boolean {
  const { payload } = parseRecord(record.jws);
  const opened = readDisclosures(payload._sd ?? [], record.disclosures);
  return JSON.stringify(opened) === JSON.stringify(record.personal);
}

/** A line that the runtime cannot check neither verifies the receipt nor refutes it. */
function mlDsaIsCheckedOrLeftOpen(): boolean {
  const { receipt, policy: asking } = vectors.mlDsa44;
  const result = verifyReceipt(receipt, { policy: asking, jwks });
  return result.verdict === (mlDsa44.available ? 'verified' : 'undecided');
}

/** Every check by name. */
export function recordsSmoke(): SmokeResults {
  const at = { node, now: time + 3600, previousIat: null, latestKeys: null };
  return {
    record: jwks.keys.some(
      (jwk) => verifyRecord(record.jws, publicKeyFromJwk(jwk)).header.kid === thumbprint(jwk),
    ),
    disclosures: disclosuresOpen(),
    firstEntry: checkRecordEntry(vectors.keysRecord, { ...at, index: 0, keys: [] }).ok,
    laterEntry: checkRecordEntry(record.jws, { ...at, index: record.index, keys }).ok,
    unknownKey: checkRecordEntry(record.jws, { ...at, index: 1, keys: [] }).flag === 'unknown-key',
    receipts: receipts.every(({ text }) => verdict(text) === 'verified'),
    mlDsa44: mlDsaIsCheckedOrLeftOpen(),
    changedReceipts: receipts.every(({ text }) =>
      changedLines(text).every((changed) => verdict(changed) === 'refuted'),
    ),
  };
}

Object.assign(globalThis, { recordsSmoke: recordsSmoke() });
