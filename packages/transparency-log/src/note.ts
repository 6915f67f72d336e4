import { fromBase64, fromUtf8, utf8 } from './bytes.ts';
import { NoteError } from './error.ts';
import { ED25519, isKeyName, type KeyType, keyId, signatureLine, verifierKey } from './note-key.ts';

/** Longest note that is read, in bytes. An ML-DSA-44 line has 3,266, so there is room for well over 16 signatures. */
export const MAX_NOTE = 65536;

/** A signature line, read. */
export interface NoteSignature {
  name: string;
  id: number;
  signature: Uint8Array;
  /** The line as it stands in the note, with its newline. */
  line: string;
}
/** A signed note, read. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

/** A key that checks signatures of notes. */
export interface Verifier {
  readonly name: string;
  readonly id: number;
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
  readonly vkey: string;
  /** False where this runtime lacks the algorithm (ML-DSA-44 in a browser): such lines can be neither trusted nor refuted. */
  readonly usable: boolean;
  verify(text: Uint8Array | string, signature: Uint8Array): boolean;
}

/** A key that signs notes. `now` is in seconds; plain Ed25519 signatures do not use it. */
export interface NoteSigner {
  readonly name: string;
  readonly id: number;
  readonly type: KeyType;
  readonly vkey: string;
  sign(text: string, now: number): Uint8Array;
}

const LINE = /^\u2014 ([^ ]+) ([^ ]+)$/u;

function malformed(message: string): never {
  throw new NoteError('malformed-note', message);
}

function parseLine(line: string): NoteSignature {
  const [, name = '', encoded = ''] = LINE.exec(line) ?? malformed('not a signature line');
  if (!isKeyName(name)) malformed('not a key name');
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(encoded);
  } catch {
    return malformed('the signature is not base64');
  }
  if (bytes.length < 5) malformed('the signature is too short');
  const id = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { name, id, signature: bytes.slice(4), line: `${line}\n` };
}

function noteText(note: Uint8Array | string): string {
  if (note.length > MAX_NOTE) malformed('the note is too long');
  if (typeof note === 'string') {
    if (!note.isWellFormed()) malformed('the note is not Unicode');
    if (utf8(note).length > MAX_NOTE) malformed('the note is too long');
    return note;
  }
  try {
    return fromUtf8(note);
  } catch {
    return malformed('the note is not UTF-8');
  }
}

/** Text and signature lines (without their newlines) of a note, before the lines are read. */
export function splitNote(note: Uint8Array | string): { text: string; lines: string[] } {
  const whole = noteText(note);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: signed-note forbids them
  if (/[\x00-\x09\x0b-\x1f]/.test(whole)) malformed('the note has a control character');
  // The text may hold empty lines: the last one separates.
  const at = whole.lastIndexOf('\n\n');
  if (at < 0) malformed('no empty line before the signatures');
  const lines = whole.slice(at + 2).split('\n');
  if (lines.length < 2 || lines.pop() !== '') malformed('no signature, or the last line does not end');
  return { text: whole.slice(0, at + 1), lines };
}

/**
 * Reads a signed note without judging its signatures. Refused are: more than 64 KiB, what is not UTF-8, control characters,
 * no signature line, and lines that are not in their one canonical form.
 *
 * @throws NoteError `malformed-note`
 * @example const { text, signatures } = parseNote(bytes)
 */
export function parseNote(note: Uint8Array | string): Note {
  const { text, lines } = splitNote(note);
  return { text, signatures: lines.map(parseLine) };
}

/**
 * Joins a text, which ends in a newline, and one or more signature lines into a note.
 *
 * @throws NoteError `malformed-note`
 * @example const cosigned = formatNote(note.text, [...lines, cosignature])
 */
export function formatNote(text: string, lines: readonly string[]): string {
  if (!text.endsWith('\n')) malformed('the text does not end in a newline');
  const note = `${text}\n${lines.map((line) => (line.endsWith('\n') ? line : `${line}\n`)).join('')}`;
  if (parseNote(note).text !== text) malformed('a signature line holds an empty line');
  return note;
}

export interface OpenedNote {
  text: string;
  verified: { verifier: Verifier; signature: NoteSignature }[];
  /** Lines of no given key. They say nothing. */
  unknown: NoteSignature[];
  /** Lines of a given key whose algorithm this runtime lacks. */
  unchecked: { verifier: Verifier; signature: NoteSignature }[];
}

/**
 * Reads a note and checks it. Every line of a given key must verify, at least one must, and lines of other keys say nothing.
 * A line whose name alone is known is of another key.
 *
 * @throws NoteError `malformed-note`, `ambiguous-key` (two given keys share name and id), `invalid-signature` (a line of a
 * given key does not verify: the whole note is refused), `no-known-signature`
 * @example const { text } = openNote(note, [parseVerifierKey(vkey)])
 */
export function openNote(note: Uint8Array | string | Note, verifiers: readonly Verifier[]): OpenedNote {
  const parsed = typeof note === 'string' || note instanceof Uint8Array ? parseNote(note) : note;
  const known = new Map<string, Verifier>();
  for (const verifier of verifiers) {
    const key = `${verifier.id} ${verifier.name}`;
    const other = known.get(key);
    if (other && other.vkey !== verifier.vkey)
      throw new NoteError('ambiguous-key', `two keys are ${verifier.name}`);
    known.set(key, verifier);
  }
  const text = utf8(parsed.text);
  const opened: OpenedNote = { text: parsed.text, verified: [], unknown: [], unchecked: [] };
  for (const signature of parsed.signatures) {
    const verifier = known.get(`${signature.id} ${signature.name}`);
    if (!verifier) opened.unknown.push(signature);
    else if (!verifier.usable) opened.unchecked.push({ verifier, signature });
    else if (verifier.verify(text, signature.signature)) opened.verified.push({ verifier, signature });
    else throw new NoteError('invalid-signature', `the signature of ${verifier.name} does not verify`);
  }
  if (opened.verified.length === 0) throw new NoteError('no-known-signature', 'no signature of a known key');
  return opened;
}

/**
 * Signs a text, which ends in a newline, with one or more keys. `now` is in seconds since 1970.
 *
 * @throws NoteError `malformed-note`
 * @example const note = signNote(formatCheckpoint(checkpoint), [signer], 0)
 */
export function signNote(text: string, signers: readonly NoteSigner[], now: number): string {
  return formatNote(
    text,
    signers.map((signer) => signatureLine(signer.name, signer.id, signer.sign(text, now))),
  );
}

/**
 * A signer of type 0x01 over a key that may live elsewhere: only its `sign` is called.
 *
 * @throws NoteError `malformed-key`
 * @example
 * const signer = makeEd25519NoteSigner('node.example/log', { publicKey, sign: (message) => ed25519Sign(seed, message) })
 */
export function makeEd25519NoteSigner(
  name: string,
  key: { publicKey: Uint8Array; sign(message: Uint8Array): Uint8Array },
): NoteSigner {
  return {
    name,
    id: keyId(name, ED25519, key.publicKey),
    type: ED25519,
    vkey: verifierKey(name, ED25519, key.publicKey),
    sign: (text) => key.sign(utf8(text)),
  };
}
