import { sha256 } from '#crypto';
import { equal, fromUtf8, toBase64, toHex, utf8 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint, parseHash, parseSize } from './checkpoint.ts';
import { MalformedRequest, NoteError } from './error.ts';
import { assertSize, EMPTY_ROOT, type Hash, verifyConsistency } from './merkle.ts';
import { type OpenedNote, openNote, splitNote, type Verifier } from './note.ts';

/** A tree of 2^63 entries needs no more. */
export const MAX_PROOF_HASHES = 63;

/** A request to cosign a checkpoint. */
export interface AddCheckpoint {
  oldSize: number;
  proof: Hash[];
  note: string;
  /** First line of the note. */
  origin: string;
}

function malformed(message: string): never {
  throw new MalformedRequest(message);
}

function text(body: Uint8Array): string {
  try {
    return fromUtf8(body);
  } catch {
    return malformed('the body is not UTF-8');
  }
}

/** The checkpoint of a note whose signature lines are not read yet: those are the business of 403. */
function readCheckpoint(note: string): Checkpoint {
  try {
    return parseCheckpoint(splitNote(note).text);
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the body of `add-checkpoint`: old size, at most 63 hashes of a consistency proof, and a checkpoint as a signed note.
 *
 * @throws MalformedRequest which is the answer 400
 * @example const request = parseAddCheckpoint(new Uint8Array(await body.arrayBuffer()))
 */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint {
  const whole = text(body);
  const end = whole.indexOf('\n\n');
  if (end < 0) malformed('no empty line before the checkpoint');
  const [first = '', ...hashes] = whole.slice(0, end).split('\n');
  if (!first.startsWith('old ')) malformed('the first line is not "old <size>"');
  if (hashes.length > MAX_PROOF_HASHES) malformed(`more than ${MAX_PROOF_HASHES} proof hashes`);
  const note = whole.slice(end + 2);
  return {
    oldSize: parseSize(first.slice(4)) ?? malformed('the old size is not a canonical decimal below 2^53'),
    proof: hashes.map((hash) => parseHash(hash) ?? malformed('a proof line is not base64 of 32 bytes')),
    note,
    origin: readCheckpoint(note).origin,
  };
}

/**
 * Writes the body of `add-checkpoint`.
 *
 * @throws InvalidArgument where the old size is not an integer from 0 to 2^53-1
 * @example const body = formatAddCheckpoint(3, proof, note)
 */
export function formatAddCheckpoint(oldSize: number, proof: readonly Hash[], note: string): string {
  assertSize(oldSize, 'oldSize');
  return `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`;
}

/** HTTP status of the answer, and what goes with it. */
export type AddCheckpointDecision =
  | { status: 200; checkpoint: Checkpoint; text: string; noteLogLines: string }
  | { status: 400 | 403 | 404 | 409 | 422; reason: string; size?: number };

/** All that the decision depends on. */
export interface AddCheckpointState {
  request: Pick<AddCheckpoint, 'oldSize' | 'proof' | 'note'>;
  /** Trusted keys of the origin; null where the origin is unknown. */
  verifiers: readonly Verifier[] | null;
  frozen?: boolean;
  /** What was last cosigned for the origin; null for never. */
  last: { size: number; root: Hash } | null;
}

/**
 * The answer of a witness, checked in the order of tlog-witness. On 200, persist size, root and note in one step with the
 * comparison of the old size (compare-and-set), and only then cosign `text` and answer; `size` of a 409 is the body.
 * `noteLogLines` are the signature lines of the log, for the monitoring endpoint.
 *
 * `reason` is a stable code: `malformed-request`, `unknown-origin`, a code of NoteError, `frozen`,
 * `old-size-beyond-checkpoint`, `other-old-size`, `root-of-empty-log`, `inconsistent`.
 *
 * @example
 * const decision = decideAddCheckpoint({ request, verifiers, last: { size: 3, root } })
 * if (decision.status === 200) line = witness.cosign(decision.checkpoint, decision.text, now)
 */
export function decideAddCheckpoint({
  request,
  verifiers,
  frozen,
  last,
}: AddCheckpointState): AddCheckpointDecision {
  let checkpoint: Checkpoint;
  try {
    checkpoint = readCheckpoint(request.note);
  } catch {
    return { status: 400, reason: 'malformed-request' };
  }
  if (verifiers === null) return { status: 404, reason: 'unknown-origin' };
  let opened: OpenedNote;
  try {
    opened = openNote(request.note, verifiers);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    return { status: 403, reason: error.code };
  }
  if (frozen) return { status: 403, reason: 'frozen' };
  const { oldSize, proof } = request;
  const lastSize = last?.size ?? 0;
  if (oldSize > checkpoint.size) return { status: 400, reason: 'old-size-beyond-checkpoint' };
  if (oldSize !== lastSize) return { status: 409, reason: 'other-old-size', size: lastSize };
  if (checkpoint.size === 0 && !equal(checkpoint.root, EMPTY_ROOT))
    return { status: 422, reason: 'root-of-empty-log' };
  const oldRoot = last?.root ?? EMPTY_ROOT;
  if (!verifyConsistency({ oldSize, oldRoot, size: checkpoint.size, root: checkpoint.root, proof })) {
    return { status: 422, reason: 'inconsistent' };
  }
  const noteLogLines = opened.verified.map(({ signature }) => signature.line).join('');
  return { status: 200, checkpoint, text: opened.text, noteLogLines };
}

/**
 * Lower-case hexadecimal of SHA-256 of the origin: its segment in the paths of the monitoring endpoints.
 *
 * @example `/witness/${originHash('node.example/log')}/checkpoint`
 */
export function originHash(origin: string): string {
  return toHex(sha256(utf8(origin)));
}
