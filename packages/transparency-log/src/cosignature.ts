import { ed25519Verify, mlDsa44 } from '#crypto';
import { concat, utf8 } from './bytes.ts';
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

/** Time of a cosignature in seconds since 1970, or null where it is none (too short, or beyond 2^53-1). */
export function cosignatureTime(signature: Uint8Array): number | null {
  if (signature.length <= 8) return null;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return time <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(time) : null;
}

/** What a 0x04 cosigner signs. */
export function cosignatureV1Message(text: string | Uint8Array, time: number): Uint8Array {
  assertSize(time, 'time');
  return concat(utf8(`cosignature/v1\ntime ${time}\n`), typeof text === 'string' ? utf8(text) : text);
}

/** What a 0x06 cosigner signs for a whole tree. Extension lines are not covered. */
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

export interface CosignatureKey {
  name: string;
  type: CosignatureType;
  publicKey: Uint8Array;
}

/** Whether the timestamped signature of a line is this key's, over this checkpoint text. */
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
    const checkpoint = parseCheckpoint(typeof text === 'string' ? text : new TextDecoder().decode(text));
    return (
      mlDsa44.available && mlDsa44.verify(key.publicKey, subtreeV1Message(key.name, checkpoint, time), bare)
    );
  } catch {
    return false;
  }
}

export interface Cosigner {
  readonly name: string;
  readonly id: number;
  readonly vkey: string;
  /** The signature line for a checkpoint whose text is `text`, at `time` (seconds). */
  cosign(checkpoint: Checkpoint, text: string, time: number): string;
}

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
