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
