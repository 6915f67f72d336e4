import { ed25519Verify, mlDsa44 } from '#crypto';
import { concat, fromUtf8, utf8 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { InvalidArgument } from './error.ts';
import { assertSize } from './merkle.ts';
import {
  COSIGNATURE_ED25519,
  type COSIGNATURE_ML_DSA_44,
  keyId,
  signatureLine,
  verifierKey,
} from './note-key.ts';

export type CosignatureType = typeof COSIGNATURE_ED25519 | typeof COSIGNATURE_ML_DSA_44;

function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** One-byte length, then the text; the format has room for 255 bytes. */
function shortText(text: string): Uint8Array {
  const bytes = utf8(text);
  if (bytes.length > 255)
    throw new InvalidArgument('a name or origin in an ML-DSA-44 cosignature has at most 255 bytes');
  return concat(new Uint8Array([bytes.length]), bytes);
}

/**
 * Time of a timestamped signature in seconds since 1970, or null where there is none: too short, or beyond 2^53-1.
 *
 * @example cosignatureTime(line.signature) // 1700000000
 */
export function cosignatureTime(signature: Uint8Array): number | null {
  if (signature.length <= 8) return null;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return time <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(time) : null;
}

/**
 * What a 0x04 cosigner signs: header line, time line, and the whole text of the checkpoint.
 *
 * @throws InvalidArgument where time is not an integer from 0 to 2^53-1
 * @example ed25519Sign(seed, cosignatureV1Message(note.text, 1_700_000_000))
 */
export function cosignatureV1Message(text: string | Uint8Array, time: number): Uint8Array {
  assertSize(time, 'time');
  return concat(utf8(`cosignature/v1\ntime ${time}\n`), typeof text === 'string' ? utf8(text) : text);
}

/**
 * What a 0x06 cosigner signs for a whole tree. It names the cosigner, and does not cover extension lines.
 *
 * @throws InvalidArgument where time is not an integer from 0 to 2^53-1, or a name or origin is longer than 255 bytes
 * @example mlDsa44.sign(seed, subtreeV1Message('node.example/witness', checkpoint, 1_700_000_000))
 */
export function subtreeV1Message(
  cosigner: string,
  checkpoint: Pick<Checkpoint, 'origin' | 'size' | 'root'>,
  time: number,
): Uint8Array {
  assertSize(time, 'time');
  return concat(
    utf8('subtree/v1\n\0'),
    shortText(cosigner),
    u64(time),
    shortText(checkpoint.origin),
    u64(0),
    u64(checkpoint.size),
    checkpoint.root,
  );
}

/** A public key that cosigns checkpoints. */
export interface CosignatureKey {
  name: string;
  type: CosignatureType;
  publicKey: Uint8Array;
}

/**
 * Whether the timestamped signature of a line (time and signature, without the key id) is this key's over the checkpoint
 * with this text. Never throws: whatever is malformed does not verify, nor does ML-DSA-44 where the runtime lacks it.
 *
 * @example verifyCosignature({ name, type: COSIGNATURE_ED25519, publicKey }, note.text, line.signature) // true
 */
export function verifyCosignature(
  key: CosignatureKey,
  text: string | Uint8Array,
  signature: Uint8Array,
): boolean {
  const time = cosignatureTime(signature);
  if (time === null) return false;
  const bare = signature.subarray(8);
  if (key.type === COSIGNATURE_ED25519)
    return ed25519Verify(key.publicKey, cosignatureV1Message(text, time), bare);
  try {
    const checkpoint = parseCheckpoint(typeof text === 'string' ? text : fromUtf8(text));
    return (
      mlDsa44.available && mlDsa44.verify(key.publicKey, subtreeV1Message(key.name, checkpoint, time), bare)
    );
  } catch {
    return false;
  }
}

/** Makes cosignature lines. */
export interface Cosigner {
  readonly name: string;
  readonly id: number;
  readonly vkey: string;
  /** The signature line for a checkpoint whose text is `text`, at `time` (seconds). */
  cosign(checkpoint: Checkpoint, text: string, time: number): string;
}

/**
 * A cosigner over a key that may live elsewhere: only its `sign` is called. An Ed25519 cosignature does not name its cosigner,
 * so one key serves one cosigner.
 *
 * @throws NoteError `malformed-key`
 * @example
 * const witness = makeCosigner({ name: 'node.example/witness', type: COSIGNATURE_ED25519, publicKey, sign })
 * const line = witness.cosign(checkpoint, note.text, 1_700_000_000)
 */
export function makeCosigner(key: CosignatureKey & { sign(message: Uint8Array): Uint8Array }): Cosigner {
  const id = keyId(key.name, key.type, key.publicKey);
  return {
    name: key.name,
    id,
    vkey: verifierKey(key.name, key.type, key.publicKey),
    cosign(checkpoint, text, time) {
      const message =
        key.type === COSIGNATURE_ED25519
          ? cosignatureV1Message(text, time)
          : subtreeV1Message(key.name, checkpoint, time);
      return signatureLine(key.name, id, concat(u64(time), key.sign(message)));
    },
  };
}
