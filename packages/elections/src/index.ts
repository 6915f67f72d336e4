/**
 * Verifiable elections that speak the Belenios protocol, version 1: every step of an election as a pure function from
 * messages to messages, and a verifier that reads archives as a stream.
 *
 * @example
 * const { result } = await verifyArchive(() => createReadStream('election.bel'));
 */
export * from './archive/event.ts';
export * from './archive/reader.ts';
export * from './archive/writer.ts';
export * from './ballot/ballot.ts';
export * from './ballot/credential.ts';
export * from './ballot/election.ts';
export * from './ballot/question.ts';
export * from './board/board-reader.ts';
export * from './board/checksums.ts';
export * from './board/steps.ts';
export { type Json, readJson, writeJson } from './codec/json.ts';
export * from './counting/majority-judgment.ts';
export * from './counting/schulze.ts';
export * from './counting/stv.ts';
export * from './error.ts';
export * from './group/arithmetic.ts';
export * from './group/bigint-arithmetic.ts';
export { type Power, withFasterPowers } from './group/faster-powers.ts';
export * from './group/group.ts';
export { KernelUnusable, loadKernel } from './group/load-kernel.ts';
export type { BrowserWorker, NodeWorker } from './pool/worker-handle.ts';
export * from './pool/worker-pool.ts';
export type { Random } from './random.ts';
export * from './shuffle/check-shuffle.ts';
export * from './shuffle/make-shuffle.ts';
export * from './shuffle/shuffle.ts';
export * from './tally/decryption.ts';
export * from './tally/encrypted-tally.ts';
export * from './tally/result.ts';
export * from './trustee/ceremony.ts';
export * from './trustee/check-trustees.ts';
export * from './trustee/signed.ts';
export * from './trustee/trustees.ts';
export * from './verify/last-ballots.ts';
export * from './verify/phase.ts';
export * from './verify/proof-checks.ts';
export * from './verify/verifier.ts';
export * from './verify/verify-archive.ts';
export * from './verify/verify-diff.ts';
