import { parentPort, workerData } from 'node:worker_threads';
import { type Arithmetic, BoardReader, type Group, Rejection, verifyArchive } from '../../src/index.ts';
import { kernel } from '../support/kernel.ts';
import {
  archiveOf,
  countBoard,
  drawFrom,
  openBoard,
  setUpElection,
  YES_NO,
} from '../support/make-election.ts';
import { Dice } from './dice.ts';
import { mutateBoard } from './mutate-board.ts';
import { mutateBytes } from './mutate-bytes.ts';

export interface FuzzPlan {
  seed: string;
  bytes: number;
  structures: number;
}

/** Before each case, what is done; after each, how it ended: with a reason code, accepted, or in a way that must not be. */
export type FuzzReport =
  | { begin: string; done: string }
  | { end: string; code: string }
  | { wrong: string; case: string; done: string };

/** Beyond the kernel's tables and the archive itself, a case needs next to nothing. */
const MOST_BUFFERS = 128 * 1024 * 1024;

const { seed, bytes, structures } = workerData as FuzzPlan;
const report = (message: FuzzReport): void => parentPort?.postMessage(message);

const made = new Map<string, Arithmetic>();
function arithmetic(group: Group): Arithmetic {
  const known = made.get(group.name) ?? kernel(group);
  made.set(group.name, known);
  return known;
}

drawFrom(new Dice(`${seed}|election`).bytes);
const election = setUpElection({ questions: [YES_NO], voters: 2 });
const board = countBoard(election, openBoard(election, [[[1, 0]], [[0, 1]]]));
const archive = archiveOf(board);
const right = JSON.stringify((await verifyArchive(() => [archive], { arithmetic })).result);

function publishedResult(bytes: Uint8Array): unknown {
  const reader = new BoardReader();
  reader.push(bytes);
  return reader.end().result;
}

async function check(name: string, done: string, mutated: Uint8Array): Promise<void> {
  report({ begin: name, done });
  const wrong = (what: string): void => report({ wrong: what, case: name, done });
  try {
    const { result } = await verifyArchive(() => [mutated], { arithmetic });
    // What the verifier computed, and what the board says: other programs show the latter.
    for (const stated of result === undefined ? [] : [result, publishedResult(mutated)])
      if (JSON.stringify(stated) !== right) wrong('accepted with another result');
    const same = Buffer.from(mutated).equals(archive);
    if (result === undefined) report({ end: name, code: 'accepted unfinished' });
    else report({ end: name, code: same ? 'accepted unchanged' : 'accepted otherwise' });
  } catch (error) {
    if (error instanceof Rejection && error.sentence.length > 10) report({ end: name, code: error.code });
    else wrong(error instanceof Error ? `${error.stack}` : String(error));
  }
  if (process.memoryUsage().arrayBuffers > MOST_BUFFERS) wrong('holds too much memory');
}

for (let i = 0; i < bytes; i++) {
  const { bytes: mutated, done } = mutateBytes(archive, new Dice(`${seed}|bytes|${i}`));
  await check(`bytes ${i}`, done, mutated);
}
for (let i = 0; i < structures; i++) {
  const { steps, done } = mutateBoard(board, election, new Dice(`${seed}|structure|${i}`));
  await check(`structure ${i}`, done, archiveOf(steps));
}
