import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseCheckpoint, parseNote } from '@koinon/transparency-log';
import { describe, expect, it } from 'vitest';
import { parseReceipt } from '../../src/index.ts';
import { receiptOf } from '../support/alliance.ts';

/** Sigstore's verifier of Rekor entries: an independent implementation of RFC 6962. It is not exported, hence the deep path. */
interface SigstoreMerkle {
  verifyMerkleInclusion(
    entry: { canonicalizedBody: Buffer; inclusionProof: { logIndex: string; hashes: Buffer[] } },
    checkpoint: { logSize: bigint; logHash: Buffer },
  ): void;
}
const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@sigstore/verify/package.json'));
const sigstore = require(join(folder, 'dist/tlog/merkle.js')) as SigstoreMerkle;

function sigstoreAccepts(receipt: string): boolean {
  const { extra, index, proof, note } = parseReceipt(receipt);
  const { size, root } = parseCheckpoint(parseNote(note).text);
  const inclusionProof = { logIndex: String(index), hashes: proof.map((hash) => Buffer.from(hash)) };
  const entry = { canonicalizedBody: Buffer.from(extra), inclusionProof };
  try {
    sigstore.verifyMerkleInclusion(entry, { logSize: BigInt(size), logHash: Buffer.from(root) });
    return true;
  } catch {
    return false;
  }
}

describe("sigstore's verifier", () => {
  it('accepts the inclusion proof of every receipt', () => {
    for (const size of [1, 2, 3, 4, 7, 8, 9, 16, 21]) {
      for (let index = 0; index < size; index++) expect(sigstoreAccepts(receiptOf(index, size))).toBe(true);
    }
  });

  it('refuses the same proofs as ours after a change', () => {
    const receipt = receiptOf(5, 7);
    expect(sigstoreAccepts(receipt.replace('index 5', 'index 4'))).toBe(false);
    expect(sigstoreAccepts(receipt.replace('\n7\n', '\n6\n'))).toBe(false);
    expect(sigstoreAccepts(receipt.replace(/\n[A-Za-z0-9+/]{43}=\n/, '\n'))).toBe(false);
  });
});
