import { fromBase64, toBase64 } from './bytes.ts';
import { parseHash, parseSize } from './checkpoint.ts';
import { MalformedProof } from './error.ts';
import { assertSize, type Hash } from './merkle.ts';

/** A path in a tree of 2^63 entries is no longer. */
const MAX_PROOF_HASHES = 63;
const HEADER = 'c2sp.org/tlog-proof@v1';

/** Offline proof of one entry. `extra` is application data that the proof itself does not authenticate. */
export interface TlogProof {
  extra?: Uint8Array;
  index: number;
  proof: Hash[];
  /** The checkpoint, as a signed note. */
  note: string;
}

function malformed(message: string): never {
  throw new MalformedProof(message);
}

/**
 * Writes a tlog-proof. `note` is taken as it is.
 *
 * @throws InvalidArgument where the index is not an integer from 0 to 2^53-1
 * @example const text = formatProof({ index: 5, proof, note })
 */
export function formatProof({ extra, index, proof, note }: TlogProof): string {
  assertSize(index, 'index');
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(toBase64),
  ];
  return `${lines.join('\n')}\n\n${note}`;
}

function readExtra(encoded: string): Uint8Array {
  try {
    return fromBase64(encoded);
  } catch {
    return malformed('extra is not base64');
  }
}

/**
 * Reads a tlog-proof in its one canonical form, without judging it: `verifyInclusion` and `openCheckpoint` do. For every
 * text that is read, `formatProof(parseProof(text)) === text`.
 *
 * @throws MalformedProof
 * @example const { index, proof, note } = parseProof(text)
 */
export function parseProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) malformed('no empty line before the checkpoint');
  const [header, ...lines] = text.slice(0, end).split('\n');
  if (header !== HEADER) malformed('not a tlog-proof of version 1');
  const extra = lines[0]?.startsWith('extra ') ? readExtra(lines.shift()?.slice(6) ?? '') : undefined;
  const indexLine = lines.shift();
  if (!indexLine?.startsWith('index ')) malformed('no index line');
  const index = parseSize(indexLine.slice(6)) ?? malformed('the index is not a canonical decimal below 2^53');
  if (lines.length > MAX_PROOF_HASHES) malformed(`more than ${MAX_PROOF_HASHES} proof hashes`);
  const proof = lines.map((line) => parseHash(line) ?? malformed('a proof line is not base64 of 32 bytes'));
  const note = text.slice(end + 2);
  return { ...(extra === undefined ? {} : { extra }), index, proof, note };
}
