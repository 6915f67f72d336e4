import { Worker } from 'node:worker_threads';
import {
  ArchiveWriter,
  type Ballot,
  type BoardState,
  type Election,
  ImmediateChecks,
  LastBallots,
  type OpenArchive,
  type ProofChecks,
  Verifier,
  type VerifyReport,
  verifyArchive,
  WorkerFailure,
  WorkerPool,
} from '@koinon/elections';
import { CannotTell } from '../framework/error.ts';
import type { Io } from '../framework/io.ts';
import { arithmeticOf, readKernels } from './arithmetic.ts';
import { refusing } from './board-file.ts';
import { wholeNumber } from './options.ts';

export interface CheckOptions {
  workers?: string | undefined;
  'min-shuffles'?: string | undefined;
}

const MOST_WORKERS = 64;
const MOST_TRUSTEES = 1000;

/** Verifies a whole archive, proofs and all. @throws Rejection; CannotTell where a worker could not work */
export async function verifyBoard(open: OpenArchive, options: CheckOptions, io: Io): Promise<VerifyReport> {
  const workers = wholeNumber('workers', options.workers, 1, [1, MOST_WORKERS]);
  const minimumShuffles = wholeNumber('min-shuffles', options['min-shuffles'], 1, [1, MOST_TRUSTEES]);
  const progress = (bytes: number): void =>
    io.progress(`Checking the board: ${(bytes / 2 ** 20).toFixed(1)} MB read`);
  const check = { arithmetic: arithmeticOf, minimumShuffles, progress };
  if (workers === 1) return await verifyArchive(open, check);
  const entry = new URL(import.meta.resolve('@koinon/elections/worker'));
  try {
    const pool = new WorkerPool(() => new Worker(entry), { workers, kernels: readKernels() });
    try {
      return await verifyArchive(open, { ...check, pool });
    } finally {
      await pool.close();
    }
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    throw new CannotTell('worker', `A worker stopped (${error.message}): try again without --workers.`);
  }
}

/**
 * Verifies what is new on a board: of the ballots up to event `known` the form, the voters and the order are checked, but not
 * their proofs again.
 * @throws Rejection
 */
export async function verifyNew(
  open: OpenArchive,
  known: number,
  progress: (event: number) => void,
): Promise<VerifyReport> {
  const last = new LastBallots();
  for await (const chunk of open()) last.push(chunk);
  const verifier = new Verifier(last, { arithmetic: arithmeticOf }, new ChecksAfter(known, progress));
  for await (const chunk of open()) verifier.push(chunk);
  return verifier.end();
}

class ChecksAfter implements ProofChecks {
  readonly #all = new ImmediateChecks();
  readonly #known: number;
  readonly #progress: (event: number) => void;

  constructor(known: number, progress: (event: number) => void) {
    this.#known = known;
    this.#progress = progress;
  }

  begin(text: string, election: Election, arithmetic: Parameters<ProofChecks['begin']>[2]): void {
    this.#all.begin(text, election, arithmetic);
  }

  credentials(): void {
    // They were checked when the vote was opened.
  }

  ballot(ballot: Ballot, _text: string, event: number): void {
    if (event <= this.#known) return;
    this.#progress(event);
    this.#all.ballot(ballot);
  }
}

/** Checks the setup alone: trustees, key of the election, list of voters. @throws Failed */
export async function checkSetup(path: string, { timestamp, setup }: BoardState): Promise<void> {
  const writer = new ArchiveWriter(timestamp);
  const archive = [writer.start(), writer.event('Setup', setup)];
  await refusing(path, () => verifyArchive(() => archive, { arithmetic: arithmeticOf }));
}
