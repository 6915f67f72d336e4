import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  bundlesForSize,
  type Checkpoint,
  entriesPath,
  equal,
  MAX_BUNDLE,
  MAX_NOTE,
  parseCheckpoint,
  parseNote,
  TILE_WIDTH,
  TransparencyLogError,
  tilePath,
  tilesForSize,
} from '@koinon/transparency-log';
import { CannotTell, Failed } from './framework/error.ts';
import { ahead } from './sources/ahead.ts';
import type { LogSource } from './sources/log-source.ts';

const FILES_AT_ONCE = 8;

export interface Exported {
  origin: string;
  size: number;
  written: number;
  /** Full tiles and bundles that an earlier export had written. */
  kept: number;
}

/**
 * Writes a log as the files of tlog-tiles: tiles, then entries, the checkpoint last, so that a reader of the directory
 * never meets a checkpoint whose tiles are missing. Partial tiles of earlier exports stay.
 * @throws Failed where the directory holds something else, CannotTell where the log cannot be read
 */
export async function exportLog(
  source: LogSource,
  directory: string,
  onProgress: (done: number, all: number) => void,
): Promise<Exported> {
  const note = await source.read('checkpoint', MAX_NOTE);
  if (note === null)
    throw new CannotTell(
      'no-checkpoint',
      `${source.name} has no signed checkpoint yet: try again in a moment.`,
    );
  const { origin, size } = checkpointOf(note);
  await requireSameLog(directory, origin, size);
  const files = [
    ...tilesForSize(size).map((tile) => ({
      path: tilePath(tile),
      bytes: tile.width * 32,
      full: tile.width === TILE_WIDTH,
    })),
    ...bundlesForSize(size).map((bundle) => ({
      path: entriesPath(bundle),
      bytes: null,
      full: bundle.width === TILE_WIDTH,
    })),
  ];
  let [written, kept] = [0, 0];
  const transfer = async (file: (typeof files)[number]) => {
    const target = join(directory, file.path);
    if (file.full && (await exists(target))) return false;
    const bytes = await source.read(file.path, MAX_BUNDLE);
    if (bytes === null)
      throw new CannotTell(
        'missing-file',
        `${source.name} does not serve ${file.path}, which its checkpoint needs.`,
      );
    if (file.bytes !== null && bytes.length !== file.bytes) {
      throw new CannotTell(
        'bad-file',
        `${source.name} serves ${file.path} with ${bytes.length} bytes in place of ${file.bytes}.`,
      );
    }
    await replace(target, bytes);
    return true;
  };
  for await (const [, wrote] of ahead(files, FILES_AT_ONCE, transfer)) {
    if (wrote) written++;
    else kept++;
    onProgress(written + kept, files.length);
  }
  const policy = await source.read('policy', 1 << 20);
  if (policy !== null) await replace(join(directory, 'policy'), policy);
  await replace(join(directory, 'checkpoint'), note);
  return { origin, size, written, kept };
}

function checkpointOf(note: Uint8Array): Checkpoint {
  return parseCheckpoint(parseNote(note).text);
}

/** An export goes on from an earlier one of the same log, and overwrites nothing else. */
async function requireSameLog(directory: string, origin: string, size: number): Promise<void> {
  const there = await stat(directory).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isDirectory()) throw new Failed('exists', `${directory} is a file.`);
  const earlier = await readFile(join(directory, 'checkpoint')).catch(() => undefined);
  if (earlier === undefined) {
    if (await exists(join(directory, 'tile'))) return;
    const { readdir } = await import('node:fs/promises');
    if ((await readdir(directory)).length === 0) return;
    throw new Failed('exists', `${directory} is not empty and holds no log. Name a new directory.`);
  }
  let known: Checkpoint;
  try {
    known = checkpointOf(earlier);
  } catch (error) {
    if (!(error instanceof TransparencyLogError)) throw error;
    throw new Failed('exists', `${directory} holds a checkpoint that cannot be read. Name a new directory.`);
  }
  if (known.origin !== origin)
    throw new Failed(
      'exists',
      `${directory} holds the log of ${known.origin}, not of ${origin}. Name another directory.`,
    );
  if (known.size > size) {
    throw new Failed(
      'shorter',
      `${directory} holds ${known.size} entries of ${origin}, and the log has only ${size} now. Nothing was overwritten: keep that directory, it is evidence.`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** Whole at any moment; what is there already and the same is left alone. */
async function replace(target: string, bytes: Uint8Array): Promise<void> {
  const known = await readFile(target).catch(() => undefined);
  if (known !== undefined && equal(known, bytes)) return;
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, target);
}
