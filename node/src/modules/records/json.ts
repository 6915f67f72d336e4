import type { RecordView } from './read.ts';

/** The record for programs: what was signed, where it stands, and what is known of it here. */
export function recordJson({ jti, jws, payload, kid, logOrigin, leaf, proof, provenance }: RecordView) {
  return {
    jti,
    jws,
    kid,
    payload,
    state: provenance.state,
    code: provenance.code,
    log: { origin: logOrigin, index: provenance.index, leaf },
    checkpoint: proof && { size: proof.size, root: proof.root, cosigned: proof.cosigned },
    proof: proof?.hashes ?? null,
    checkedAt: provenance.checkedAt?.toISOString() ?? null,
    cosignatures: provenance.cosigners
      .filter((cosigner) => cosigner.cosigned)
      .map(({ face, at, size }) => ({ node: face.node, at: at?.toISOString() ?? null, size })),
    receipt: proof === null ? null : `/records/${jti}/receipt`,
  };
}
