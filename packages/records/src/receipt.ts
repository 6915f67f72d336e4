import { formatProof, fromUtf8, type Hash, parseProof, type TlogProof, utf8 } from '@koinon/transparency-log';

/** Everything a receipt joins. */
export interface ReceiptParts {
  /** The record: the log entry is its ASCII. */
  jws: string;
  index: number;
  proof: readonly Hash[];
  /** The signed and cosigned checkpoint. */
  note: string;
}

/**
 * A receipt: a tlog-proof (C2SP) whose `extra` is the record. The leaf it proves is H(0x00 || extra).
 *
 * @throws InvalidArgument where the index is not an integer from 0 to 2^53-1
 * @example const receipt = makeReceipt({ jws, index, proof, note: cosignedCheckpoint })
 */
export function makeReceipt({ jws, index, proof, note }: ReceiptParts): string {
  return formatProof({ extra: utf8(jws), index, proof: [...proof], note });
}

/**
 * Reads a receipt without judging it; `verifyReceipt` does that.
 *
 * @throws MalformedProof, MalformedEncoding
 * @example const { index, jws } = parseReceipt(text)
 */
export function parseReceipt(text: string): Required<TlogProof> & { jws: string } {
  const proof = parseProof(text);
  const extra = proof.extra ?? new Uint8Array(0);
  return { ...proof, extra, jws: fromUtf8(extra) };
}
