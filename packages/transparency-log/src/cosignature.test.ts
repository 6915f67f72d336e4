import { describe, expect, it } from 'vitest';
import { ed25519PublicKey, ed25519Sign, mlDsa44 } from '#crypto';
import { seedOf, testCosigner, testMlDsaCosigner, testSigner } from '../test/support/keys.ts';
import { concat, toHex, utf8 } from './bytes.ts';
import { formatCheckpoint } from './checkpoint.ts';
import {
  cosignatureTime,
  cosignatureV1Message,
  makeCosigner,
  subtreeV1Message,
  verifyCosignature,
} from './cosignature.ts';
import { CheckpointError, InvalidArgument, NoteError } from './error.ts';
import { EMPTY_ROOT, leafHash } from './merkle.ts';
import { formatNote, type NoteSignature, parseNote, signNote } from './note.ts';
import { COSIGNATURE_ED25519, COSIGNATURE_ML_DSA_44, signatureLine } from './note-key.ts';
import { openCheckpoint } from './open-checkpoint.ts';
import { parseVerifierKey } from './verifier.ts';

const origin = 'log.example/log';
const checkpoint = { origin, size: 7, root: leafHash(utf8('root')), extensions: [] };
const text = formatCheckpoint(checkpoint);
const log = testSigner(origin);
const witness = testCosigner('witness.example/witness');
const time = 1_700_000_000;
const logLine = signatureLine(log.name, log.id, log.sign(text, time));
const cosigned = formatNote(text, [logLine, witness.cosign(checkpoint, text, time)]);
const keys = {
  origin,
  logVerifiers: [parseVerifierKey(log.vkey)],
  witnessVerifiers: [parseVerifierKey(witness.vkey)],
};

function lastSignature(note: string): NoteSignature {
  return parseNote(note).signatures.at(-1) as NoteSignature;
}

describe('an Ed25519 cosignature', () => {
  it('covers a header, the time, and the whole text', () => {
    expect(new TextDecoder().decode(cosignatureV1Message(text, 5))).toBe(`cosignature/v1\ntime 5\n${text}`);
    const { signature } = lastSignature(cosigned);
    expect(signature).toHaveLength(72);
    expect(cosignatureTime(signature)).toBe(time);
    const seed = seedOf('witness.example/witness');
    expect(signature.slice(8)).toEqual(ed25519Sign(seed, utf8(`cosignature/v1\ntime ${time}\n${text}`)));
  });

  it('does not verify when moved to another time, text or key', () => {
    const key = {
      name: 'w',
      type: COSIGNATURE_ED25519,
      publicKey: ed25519PublicKey(seedOf('witness.example/witness')),
    };
    const { signature } = lastSignature(cosigned);
    expect(verifyCosignature(key, text, signature)).toBe(true);
    for (let at = 0; at < signature.length; at++) {
      const changed = signature.slice();
      changed[at] = (changed[at] as number) ^ 1;
      expect(verifyCosignature(key, text, changed)).toBe(false);
    }
    expect(verifyCosignature(key, `${text}extension\n`, signature)).toBe(false);
    expect(verifyCosignature({ ...key, publicKey: ed25519PublicKey(seedOf('x')) }, text, signature)).toBe(
      false,
    );
    expect(verifyCosignature(key, text, signature.subarray(0, 71))).toBe(false);
    expect(verifyCosignature(key, text, new Uint8Array(8))).toBe(false);
  });

  it('has no time beyond what a number holds exactly', () => {
    const late = new Uint8Array(72);
    late.set([0, 0x20], 0);
    expect(cosignatureTime(late)).toBeNull();
    late.set([0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 0);
    expect(cosignatureTime(late)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => witness.cosign(checkpoint, text, -1)).toThrow(InvalidArgument);
    expect(() => witness.cosign(checkpoint, text, 1.5)).toThrow(InvalidArgument);
  });
});

describe('an ML-DSA-44 cosignature', () => {
  it('covers names with their lengths, time, range and root', () => {
    expect(toHex(subtreeV1Message('w', { origin: 'lo', size: 258, root: EMPTY_ROOT }, 1))).toBe(
      `${toHex(utf8('subtree/v1\n\0'))}0177${'0000000000000001'}026c6f${'0000000000000000'}${'0000000000000102'}${toHex(EMPTY_ROOT)}`,
    );
  });

  it.runIf(mlDsa44.available)('verifies, counts beside others, and does not cover extension lines', () => {
    const pq = testMlDsaCosigner('witness.example/pq');
    const line = pq.cosign(checkpoint, text, time);
    const { signature } = lastSignature(formatNote(text, [line]));
    expect(signature).toHaveLength(8 + 2420);
    const key = {
      name: 'witness.example/pq',
      type: COSIGNATURE_ML_DSA_44,
      publicKey: parseVerifierKey(pq.vkey).publicKey,
    };
    expect(verifyCosignature(key, text, signature)).toBe(true);
    expect(verifyCosignature(key, `${text}extension\n`, signature)).toBe(true);
    expect(verifyCosignature({ ...key, name: 'witness.example/pr' }, text, signature)).toBe(false);
    expect(verifyCosignature(key, text.replace('\n7\n', '\n8\n'), signature)).toBe(false);
    expect(verifyCosignature(key, 'no checkpoint\n', signature)).toBe(false);
    const both = formatNote(cosigned.slice(0, text.length), [
      logLine,
      witness.cosign(checkpoint, text, time),
      line,
    ]);
    const opened = openCheckpoint(both, {
      ...keys,
      witnessVerifiers: [...keys.witnessVerifiers, parseVerifierKey(pq.vkey)],
    });
    expect(opened.cosignatures.map(({ vkey }) => vkey)).toEqual([witness.vkey, pq.vkey]);
  });

  it('does not exist for names beyond 255 bytes', () => {
    expect(() => subtreeV1Message('w'.repeat(256), checkpoint, 1)).toThrow(InvalidArgument);
    expect(() => subtreeV1Message('w', { ...checkpoint, origin: 'é'.repeat(128) }, 1)).toThrow(
      InvalidArgument,
    );
  });
});

describe('a checkpoint', () => {
  it('opens with the cosignatures of the given witnesses', () => {
    const opened = openCheckpoint(utf8(cosigned), keys);
    expect(opened.checkpoint).toEqual(checkpoint);
    expect(opened.cosignatures).toEqual([
      { name: witness.name, vkey: witness.vkey, time, line: lastSignature(cosigned).line },
    ]);
    expect(openCheckpoint(cosigned, { ...keys, witnessVerifiers: [] }).cosignatures).toEqual([]);
  });

  it('of another origin is refused', () => {
    expect(() => openCheckpoint(cosigned, { ...keys, origin: 'other.example/log' })).toThrowError(
      expect.objectContaining({ name: CheckpointError.name, code: 'other-origin' }),
    );
  });

  it('that only witnesses signed is refused', () => {
    const orphan = formatNote(text, [witness.cosign(checkpoint, text, time)]);
    expect(() => openCheckpoint(orphan, keys)).toThrowError(
      expect.objectContaining({ code: 'missing-log-signature' }),
    );
  });

  it('with a cosignature of a known witness over another text is refused', () => {
    const other = formatCheckpoint({ ...checkpoint, size: 8 });
    const moved = formatNote(text, [logLine, witness.cosign({ ...checkpoint, size: 8 }, other, time)]);
    expect(() => openCheckpoint(moved, keys)).toThrowError(
      expect.objectContaining({ code: 'invalid-signature' }),
    );
  });

  it('does not take a signature of the log as a cosignature', () => {
    const asWitness = parseVerifierKey(testSigner('witness.example/plain').vkey);
    const plain = signNote(text, [log, testSigner('witness.example/plain')], time);
    expect(openCheckpoint(plain, { ...keys, witnessVerifiers: [asWitness] }).cosignatures).toEqual([]);
  });
});

describe('a cosigner', () => {
  it('needs a key of its type', () => {
    const sign = (): Uint8Array => new Uint8Array(64);
    const publicKey = concat(ed25519PublicKey(seedOf('x')), new Uint8Array(1));
    expect(() => makeCosigner({ name: 'w', type: COSIGNATURE_ED25519, publicKey, sign })).toThrow(NoteError);
  });
});
