import {
  ArchiveWriter,
  type BoardState,
  type OpenArchive,
  type VerifyReport,
  verifyArchive,
} from '@koinon/elections';
import type { Io } from '../framework/io.ts';
import { arithmeticOf } from './arithmetic.ts';
import { refusing } from './board-file.ts';
import { wholeNumber } from './options.ts';

export interface CheckOptions {
  workers?: string | undefined;
  'min-shuffles'?: string | undefined;
}

const MOST_WORKERS = 64;
const MOST_TRUSTEES = 1000;

/** Verifies a whole archive, proofs and all. @throws Rejection */
export async function verifyBoard(open: OpenArchive, options: CheckOptions, io: Io): Promise<VerifyReport> {
  wholeNumber('workers', options.workers, 1, [1, MOST_WORKERS]);
  const minimumShuffles = wholeNumber('min-shuffles', options['min-shuffles'], 1, [1, MOST_TRUSTEES]);
  io.progress('Checking the board …');
  return await verifyArchive(open, { arithmetic: arithmeticOf, minimumShuffles });
}

/** Checks the setup alone: trustees, key of the election, list of voters. @throws Failed */
export async function checkSetup(path: string, { timestamp, setup }: BoardState): Promise<void> {
  const writer = new ArchiveWriter(timestamp);
  const archive = [writer.start(), writer.event('Setup', setup)];
  await refusing(path, () => verifyArchive(() => archive, { arithmetic: arithmeticOf }));
}
