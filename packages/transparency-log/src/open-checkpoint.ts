import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { cosignatureTime } from './cosignature.ts';
import { CheckpointError } from './error.ts';
import { type Note, openNote, parseNote, type Verifier } from './note.ts';
import { ED25519 } from './note-key.ts';

/** A cosignature that has verified. */
export interface Cosignature {
  name: string;
  vkey: string;
  /** Seconds since 1970. */
  time: number;
  line: string;
}
/** A checkpoint that has verified. */
export interface OpenedCheckpoint {
  checkpoint: Checkpoint;
  note: Note;
  cosignatures: Cosignature[];
}

/**
 * Reads a checkpoint of one origin and checks it: the origin is the expected one, a log key has signed it, and no line of a
 * given key fails. Returns the cosignatures of the given witnesses; whether they are enough is the policy's to say.
 *
 * @throws NoteError as `openNote` does
 * @throws CheckpointError `malformed-checkpoint`, `other-origin`, `missing-log-signature`
 * @example
 * const { checkpoint, cosignatures } = openCheckpoint(note, {
 *   origin: 'node.example/log',
 *   logVerifiers: [parseVerifierKey(logKey)],
 *   witnessVerifiers: witnessKeys.map(parseVerifierKey),
 * })
 */
export function openCheckpoint(
  note: Uint8Array | string,
  keys: { origin: string; logVerifiers: readonly Verifier[]; witnessVerifiers?: readonly Verifier[] },
): OpenedCheckpoint {
  const parsed = parseNote(note);
  const checkpoint = parseCheckpoint(parsed.text);
  if (checkpoint.origin !== keys.origin) {
    throw new CheckpointError('other-origin', `the checkpoint is of ${checkpoint.origin}`);
  }
  const opened = openNote(parsed, [...keys.logVerifiers, ...(keys.witnessVerifiers ?? [])]);
  const logKeys = new Set(keys.logVerifiers.map((verifier) => verifier.vkey));
  if (!opened.verified.some(({ verifier }) => logKeys.has(verifier.vkey))) {
    throw new CheckpointError('missing-log-signature', `no key of ${keys.origin} signed the checkpoint`);
  }
  const cosignatures = opened.verified
    .filter(({ verifier }) => verifier.type !== ED25519 && !logKeys.has(verifier.vkey))
    .map(({ verifier, signature }) => ({
      name: verifier.name,
      vkey: verifier.vkey,
      time: cosignatureTime(signature.signature) ?? 0,
      line: signature.line,
    }));
  return { checkpoint, note: parsed, cosignatures };
}
