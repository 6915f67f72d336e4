import type { Rejection } from '../error.ts';
import { DeferredChecks } from '../pool/deferred-checks.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import { LastBallots } from './last-ballots.ts';
import { Verifier, type VerifierOptions, type VerifyReport } from './verifier.ts';

/** Opens an archive for reading from its start; called twice. */
export type OpenArchive = () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export interface VerifyOptions extends VerifierOptions {
  /** Workers that check ballots; without it everything is checked in this thread. Verdict and reasons are the same. */
  pool?: WorkerPool;
  /** Called now and then with the bytes that were read, of both readings together. */
  progress?: (bytes: number) => void;
}

/** Bytes that the verifier takes before it waits for its workers, so that they never fall far behind. */
const PIECE = 16_384;

/**
 * Verifies an archive in two readings: the first finds each voter's last ballot, the second checks everything. Memory is a
 * constant, some dozens of bytes for each ballot and ciphertext, and the list of voters; ranked ballots hold their lists.
 * @throws Rejection; WorkerFailure where a worker ended, which says nothing about the archive
 * @example await verifyArchive(() => createReadStream('election.bel'), { arithmetic: loadKernel(...kernels) })
 */
export async function verifyArchive(open: OpenArchive, options: VerifyOptions = {}): Promise<VerifyReport> {
  const last = new LastBallots();
  let read = 0;
  for await (const chunk of open()) {
    last.push(chunk);
    read += chunk.length;
    options.progress?.(read);
  }
  const report = (bytes: number): void => {
    read += bytes;
    options.progress?.(read);
  };
  if (options.pool === undefined) return readThrough(open, new Verifier(last, options), report);
  const checks = new DeferredChecks(options.pool);
  let outcome: { report: VerifyReport } | { error: unknown };
  try {
    const verifier = new Verifier(last, options, checks);
    outcome = { report: await readThrough(open, verifier, report, () => checks.room()) };
  } catch (error) {
    outcome = { error };
  }
  // A worker may still find something wrong with an event before the one that failed here, or ended the archive.
  const rejection: Rejection | undefined = await checks.finish();
  if (rejection !== undefined) throw rejection;
  if ('error' in outcome) throw outcome.error;
  return outcome.report;
}

async function readThrough(
  open: OpenArchive,
  verifier: Verifier,
  progress: (bytes: number) => void,
  room?: () => Promise<void>,
): Promise<VerifyReport> {
  for await (const chunk of open()) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      verifier.push(piece);
      progress(piece.length);
      await room?.();
    }
  }
  return verifier.end();
}
