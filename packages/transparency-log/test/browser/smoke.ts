/**
 * Runs the vectors of this package and leaves what came of them in `globalThis.transparencyLogSmoke`. Bundled for browsers,
 * it must need nothing of Node.
 */
import {
  CompactRange,
  decideAddCheckpoint,
  equal,
  fromHex,
  leafHash,
  makeEd25519NoteSigner,
  openCheckpoint,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseProof,
  parseVerifierKey,
  policyVerifiers,
  quorumMet,
  signatureLine,
  toHex,
  utf8,
  verifyConsistency,
  verifyInclusion,
} from '@koinon/transparency-log';
import { ed25519PublicKey, ed25519Sign, mlDsa44 } from '@koinon/transparency-log/crypto';
import vectors from '../vectors/vectors.json' with { type: 'json' };

export type SmokeResults = Record<string, boolean>;

const leaf = (n: number): Uint8Array => leafHash(utf8(`vector ${n}`));

function rootAt(size: number): Uint8Array {
  const range = new CompactRange();
  for (let n = 0; n < size; n++) range.append(leaf(n));
  return range.root();
}

function signsTheSame(): boolean {
  const seed = fromHex(vectors.keys.logSeed);
  const signer = makeEd25519NoteSigner(vectors.keys.origin, {
    publicKey: ed25519PublicKey(seed),
    sign: (message) => ed25519Sign(seed, message),
  });
  const { text, signatures } = parseNote(vectors.note);
  const line = signatureLine(signer.name, signer.id, signer.sign(text, vectors.time));
  return signer.vkey === vectors.keys.log && line === signatures[0]?.line;
}

function witnessDecides(): boolean {
  const request = parseAddCheckpoint(utf8(vectors.addCheckpoint));
  const verifiers = [parseVerifierKey(vectors.keys.log)];
  const statusAt = (size: number): number =>
    decideAddCheckpoint({ request, verifiers, last: { size, root: rootAt(size) } }).status;
  return statusAt(256) === 200 && statusAt(255) === 409;
}

function cosignaturesMeetThePolicy(): boolean {
  const policy = parsePolicy(vectors.policy);
  const { cosignatures } = openCheckpoint(vectors.note, {
    origin: vectors.keys.origin,
    ...policyVerifiers(policy, vectors.keys.origin),
  });
  const enough = quorumMet(policy, new Set(cosignatures.map(({ vkey }) => vkey)));
  return enough && cosignatures.every(({ time }) => time === vectors.time);
}

/** Verifies where the runtime has ML-DSA-44; elsewhere the line is set apart and the log's own still counts. */
function mlDsaIsCheckedOrSetApart(): boolean {
  const keys = [vectors.keys.log, vectors.keys.mlDsa44].map(parseVerifierKey);
  const { verified, unchecked } = openNote(vectors.mlDsa44Note, keys);
  return mlDsa44.available ? verified.length === 2 : verified.length === 1 && unchecked.length === 1;
}

function proofHolds(): boolean {
  const { extra, index, proof, note } = parseProof(vectors.proof);
  const { size, root } = parseCheckpoint(parseNote(note).text);
  return extra !== undefined && verifyInclusion({ leaf: leafHash(extra), index, size, root, proof });
}

/** Every check by name. */
export function transparencyLogSmoke(): SmokeResults {
  return {
    roots: vectors.roots.every(({ size, root }) => toHex(rootAt(size)) === root),
    inclusion: vectors.inclusion.every(({ index, size, proof }) =>
      verifyInclusion({ leaf: leaf(index), index, size, root: rootAt(size), proof: proof.map(fromHex) }),
    ),
    consistency: vectors.consistency.every(({ oldSize, size, proof }) =>
      verifyConsistency({
        oldSize,
        oldRoot: rootAt(oldSize),
        size,
        root: rootAt(size),
        proof: proof.map(fromHex),
      }),
    ),
    tile: equal(rootAt(256), fromHex(vectors.tile.hashes)),
    note: openNote(vectors.note, [parseVerifierKey(vectors.keys.log)]).verified.length === 1,
    signing: signsTheSame(),
    witness: witnessDecides(),
    cosignatures: cosignaturesMeetThePolicy(),
    mlDsa44: mlDsaIsCheckedOrSetApart(),
    proof: proofHolds(),
  };
}

Object.assign(globalThis, { transparencyLogSmoke: transparencyLogSmoke() });
