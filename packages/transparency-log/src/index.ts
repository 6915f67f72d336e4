/**
 * Transparency logs after the C2SP specifications (signed-note, tlog-checkpoint, tlog-tiles, tlog-cosignature,
 * tlog-witness, tlog-policy, tlog-proof) over the Merkle tree of RFC 6962. Pure functions: no input or output, no clock,
 * no randomness. Sizes, indices and times are integers up to 2^53-1.
 *
 * @example
 * const range = new CompactRange()
 * range.append(leafHash(utf8('first entry')))
 * const note = signNote(formatCheckpoint({ origin: signer.name, size: range.size, root: range.root() }), [signer], 0)
 */
export * from './bytes.ts';
export type { Checkpoint } from './checkpoint.ts';
export { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
export { CompactRange } from './compact-range.ts';
export * from './cosignature.ts';
export * from './error.ts';
export type { ConsistencyClaim, Hash, InclusionClaim, NodeId } from './merkle.ts';
export { EMPTY_ROOT, HASH_BYTES, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts';
export type { Note, NoteSignature, NoteSigner, OpenedNote, Verifier } from './note.ts';
export { formatNote, MAX_NOTE, makeEd25519NoteSigner, openNote, parseNote, signNote } from './note.ts';
export type { KeyType } from './note-key.ts';
export {
  COSIGNATURE_ED25519,
  COSIGNATURE_ML_DSA_44,
  ED25519,
  keyId,
  signatureLine,
  verifierKey,
} from './note-key.ts';
export * from './open-checkpoint.ts';
export * from './policy.ts';
export * from './proof.ts';
export * from './proof-plan.ts';
export * from './proof-tiles.ts';
export * from './tile.ts';
export { parseVerifierKey } from './verifier.ts';
export * from './witness.ts';
