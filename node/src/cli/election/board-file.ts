import { createReadStream } from 'node:fs';
import { copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArchiveWriter,
  BoardReader,
  type BoardState,
  type OpenArchive,
  Rejection,
  ArchiveWriter as Writer,
} from '@koinon/elections';
import { Failed, UsageError } from '../framework/error.ts';
import { refusal } from './rejections.ts';

export const boardArgument = {
  name: 'board',
  describe: 'the archive of the election (UUID.bel), or a directory that holds one',
} as const;

/** The archive that an argument names: the file, or the only one in the directory. @throws UsageError */
export async function findBoard(argument: string): Promise<string> {
  const found = await stat(argument).catch(() => undefined);
  if (found === undefined) throw new UsageError('no-file', `There is no file or directory ${argument}.`);
  if (!found.isDirectory()) return argument;
  const archives = (await readdir(argument)).filter((name) => name.endsWith('.bel'));
  const [only, ...more] = archives;
  if (only === undefined)
    throw new UsageError('no-file', `${argument} holds no archive of an election (a file UUID.bel).`);
  if (more.length > 0)
    throw new UsageError(
      'several-files',
      `${argument} holds several archives: name one of ${archives.join(', ')}.`,
    );
  return join(argument, only);
}

export function opener(path: string): OpenArchive {
  return () => createReadStream(path, { highWaterMark: 1 << 20 });
}

/** Reads where an election stands. @throws Failed where form or chain are broken */
export async function readBoard(path: string): Promise<BoardState> {
  const reader = new BoardReader();
  return await refusing(path, async () => {
    for await (const chunk of opener(path)()) reader.push(chunk);
    return reader.end();
  });
}

/** Tells of a rejection in the name of the board. @throws Failed */
export async function refusing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Rejection ? refusal(error, `The board ${path}`) : error;
  }
}

export type EventSteps = readonly Parameters<ArchiveWriter['event']>[];

/** The bytes of events that follow what stands on a board. */
export function bytesOf(state: BoardState, steps: EventSteps): Uint8Array {
  const writer = new Writer(state.timestamp, state.last);
  return Buffer.concat(steps.map(([type, messages]) => writer.event(type, messages)));
}

/** Writes a board with more at its end, in one step: a reader sees it without or with all of it. */
export async function appendToBoard(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await copyFile(path, partial);
    const file = await open(partial, 'a');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Keeps other commands from writing to the board meanwhile: the later one would undo the earlier one. @throws Failed */
export async function whileLocked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  const file = await open(lock, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Failed(
      'locked',
      `Another command is writing to ${path}. If none is running, one was stopped half-way: delete ${lock}, and try again.`,
    );
  });
  try {
    return await work();
  } finally {
    await file.close();
    await rm(lock, { force: true });
  }
}
