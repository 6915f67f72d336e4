import { describe, expect, it } from 'vitest';
import { ed25519PublicKey, ed25519Sign, mlDsa44 } from '#crypto';
import {
  cosignatureTime,
  fromBase64,
  makeEd25519NoteSigner,
  NoteError,
  openCheckpoint,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
  subtreeV1Message,
  toHex,
} from '../../src/index.ts';
import { readVectors, sharedVectors } from '../support/shared-data.ts';

const folder = sharedVectors();

interface Signed {
  vkey: string;
  note: string;
}
interface Notes {
  sign: Signed & { skey: string; text: string };
  verify: Signed;
  badKeys: string[];
  sumdbCheckpoint: Signed;
  mirrorCosigned: Signed;
  witnessCosigned: Signed;
}
interface MlDsa extends Signed {
  name: string;
  origin: string;
  timestamp: number;
  messageHex: string;
}

/** Go's form of a private key: PRIVATE+KEY+name+id+base64(0x01 || seed). */
function signerOf(skey: string) {
  const [, , name = '', , ...encoded] = skey.split('+');
  const seed = fromBase64(encoded.join('+')).slice(1);
  return makeEd25519NoteSigner(name, {
    publicKey: ed25519PublicKey(seed),
    sign: (message) => ed25519Sign(seed, message),
  });
}

describe.runIf(folder)('notes of other software', () => {
  const read = <T>(file: string): T => readVectors<T>(folder as string, file);

  it('are signed to the same bytes', () => {
    const { sign } = read<Notes>('notes.json');
    const signer = signerOf(sign.skey);
    expect(signer.vkey).toBe(sign.vkey);
    expect(signNote(sign.text, [signer], 0)).toBe(sign.note);
  });

  it('verify', () => {
    const { sign, verify } = read<Notes>('notes.json');
    for (const { note, vkey } of [sign, verify])
      expect(openNote(note, [parseVerifierKey(vkey)]).verified).toHaveLength(1);
  });

  it('have no keys that must be refused', () => {
    for (const vkey of read<Notes>('notes.json').badKeys)
      expect(() => parseVerifierKey(vkey)).toThrow(NoteError);
  });

  it('include the checkpoint of sum.golang.org', () => {
    const { note, vkey } = read<Notes>('notes.json').sumdbCheckpoint;
    const { checkpoint } = openCheckpoint(note, {
      origin: 'go.sum database tree',
      logVerifiers: [parseVerifierKey(vkey)],
    });
    expect(checkpoint.size).toBe(35_225_469);
  });

  it.each(['mirrorCosigned', 'witnessCosigned'] as const)('include a real cosignature: %s', (name) => {
    const { note, vkey } = read<Notes>('notes.json')[name];
    const [cosignature] = openNote(note, [parseVerifierKey(vkey)]).verified;
    expect(cosignatureTime(cosignature?.signature.signature as Uint8Array)).toBeGreaterThan(1_700_000_000);
  });

  it('include an ML-DSA-44 cosignature, whose message is rebuilt exactly', () => {
    const vector = read<MlDsa>('mldsa-cosignature.json');
    const checkpoint = parseCheckpoint(parseNote(vector.note).text);
    expect(checkpoint.origin).toBe(vector.origin);
    expect(toHex(subtreeV1Message(vector.name, checkpoint, vector.timestamp))).toBe(vector.messageHex);
  });

  it.runIf(mlDsa44.available)('verify with ML-DSA-44', () => {
    const { note, vkey, timestamp } = read<MlDsa>('mldsa-cosignature.json');
    const [cosignature] = openNote(note, [parseVerifierKey(vkey)]).verified;
    expect(cosignatureTime(cosignature?.signature.signature as Uint8Array)).toBe(timestamp);
    const forged = note.replace('\n1000\n', '\n1001\n');
    expect(() => openNote(forged, [parseVerifierKey(vkey)])).toThrow(NoteError);
  });
});
