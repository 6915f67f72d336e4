import {
  CompactRange,
  concat,
  decodeBundle,
  equal,
  HASH_BYTES,
  leafHash,
  TILE_WIDTH,
  TransparencyLogError,
  tileWidth,
  verifyConsistency,
} from '@koinon/transparency-log';
import { growRange, type TileGrowth } from '../log/tile-growth.ts';
import { EntryChecker, type Read } from './check-entry.ts';
import { BadContent } from './fault.ts';
import type { RemoteLog } from './remote-log.ts';
import { fetchConsistency } from './remote-proof.ts';
import type { Walk, WalkedEntry, Window } from './window.ts';

/** How much is read before it is confirmed and handed out. */
export const WINDOW = { bundles: 50, bytes: 16 * 1024 * 1024 };
const IN_FLIGHT = 3;
/** Bundles whose signatures are checked while the one before them is put into its window. */
const CHECKED_AHEAD = 2;

/**
 * Reads a log from what we hold up to a checkpoint, window by window. A window is handed out only after its end was shown
 * to be a prefix of the signed tree: nothing that is stored can turn out to be wrong later. Memory is bounded by one
 * window and the bundles in flight, whatever the log serves.
 */
export async function* walkLog(walk: Walk, remote: RemoteLog, most = WINDOW): AsyncGenerator<Window> {
  const range = CompactRange.fromBytes(walk.held.size, walk.held.range);
  const checker = new EntryChecker(walk);
  const tiles = cachedTiles(remote);
  const upper = new UpperTiles(walk, tiles);
  let window: WalkedEntry[] = [];
  let unlike: number[] = [];
  let leaves: Uint8Array[] = [];
  let bundles = 0;
  let bytes = 0;
  for await (const { bundle, fresh, fitsTile, read } of checkedAhead(walk, remote, checker)) {
    if (!fitsTile) unlike.push(bundle.index);
    const first = fresh[0]?.index ?? 0;
    for (const [i, entry] of read.entries()) {
      window.push(checker.check(entry, first + i));
      bytes += entry.bytes.length;
    }
    leaves.push(...fresh.map(({ leaf }) => leaf));
    const end = bundle.start + bundle.width;
    if (end < walk.target.size && ++bundles < most.bundles && bytes < most.bytes) continue;
    const start = range.size;
    const growth = growRange(range, concat(...leaves));
    await confirm(walk, tiles, range, unlike.length > 0);
    await upper.compare(growth);
    for (const index of unlike) throw unlikeEntries(walk, 0, index);
    // One array for each tile: thousands of small ones would be slow to hand to another thread.
    const joined = growth.map(({ hashes, ...tile }) => ({ ...tile, hashes: [concat(...hashes)] }));
    yield { start, entries: window, size: range.size, range: range.toBytes(), tiles: joined };
    window = [];
    unlike = [];
    leaves = [];
    bundles = 0;
    bytes = 0;
  }
}

interface CheckedBundle extends FreshEntries {
  bundle: Bundle;
  read: Read[];
}

/** Bundles in order with their signatures checked, so that all cores are busy. What is wrong with one comes in its turn. */
async function* checkedAhead(
  walk: Walk,
  remote: RemoteLog,
  checker: EntryChecker,
): AsyncGenerator<CheckedBundle> {
  const checkBundle = async (bundle: Bundle): Promise<CheckedBundle> => {
    const fresh = readBundle(walk, bundle);
    const entries = fresh.fresh.map(({ entry }) => entry);
    return { bundle, ...fresh, read: await checker.read(entries, fresh.fresh[0]?.index ?? 0) };
  };
  const ahead: Promise<CheckedBundle>[] = [];
  let broken: { error: unknown } | null = null;
  try {
    for await (const bundle of bundlesOf(walk, remote)) {
      const checked = checkBundle(bundle);
      // Seen in its turn; until then a rejection must not end the process.
      checked.catch(() => {});
      ahead.push(checked);
      if (ahead.length > CHECKED_AHEAD) yield (await ahead.shift()) as CheckedBundle;
    }
  } catch (error) {
    broken = { error };
  }
  for (const checked of ahead) yield await checked;
  if (broken !== null) throw broken.error;
}

interface Bundle {
  index: number;
  start: number;
  width: number;
  entries: Uint8Array[];
  /** The hashes of the same entries, as the log serves them. */
  tile: Uint8Array;
}

/** The bundles from the last one that we hold part of, in order, a few of them on their way at a time. */
async function* bundlesOf({ held, target }: Walk, remote: RemoteLog): AsyncGenerator<Bundle> {
  const last = Math.ceil(target.size / TILE_WIDTH);
  let next = Math.floor(held.size / TILE_WIDTH);
  const fetchBoth = (index: number) => {
    const width = widthOf(index, target.size);
    return Promise.all([remote.bundle({ index, width }), remote.tile({ level: 0, index, width })]);
  };
  const ahead: { index: number; answer: ReturnType<typeof fetchBoth> }[] = [];
  const request = (index: number) => {
    const answer = fetchBoth(index);
    // Seen by the loop below; a rejection before its turn must not end the process.
    answer.catch(() => {});
    ahead.push({ index, answer });
  };
  for (;;) {
    while (ahead.length < IN_FLIGHT && next < last) request(next++);
    const turn = ahead.shift();
    if (turn === undefined) return;
    const { index, answer } = turn;
    const [served, tile] = await answer;
    const width = widthOf(index, target.size);
    yield { index, start: index * TILE_WIDTH, width, entries: decode(index, served).slice(0, width), tile };
  }
}

function widthOf(index: number, size: number): number {
  return Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
}

function decode(index: number, served: { bytes: Uint8Array; width: number }): Uint8Array[] {
  try {
    return decodeBundle(served.bytes, served.width);
  } catch (error) {
    if (!(error instanceof TransparencyLogError)) throw error;
    throw new BadContent('bad-tiles', `bundle ${index}: ${error.message}`, { bundle: index });
  }
}

interface Fresh {
  entry: Uint8Array;
  leaf: Uint8Array;
  index: number;
}

interface FreshEntries {
  fresh: Fresh[];
  fitsTile: boolean;
}

/** The entries of a bundle that are new to us; those that we hold must be what they were. */
function readBundle({ held, target }: Walk, bundle: Bundle): FreshEntries {
  const leaves = bundle.entries.map(leafHash);
  const all = concat(...leaves);
  const known = Math.max(0, held.size - bundle.start);
  if (known > 0 && !equal(all.subarray(0, known * HASH_BYTES), held.edges[0] ?? new Uint8Array(0))) {
    const message = `an entry of bundle ${bundle.index} is no longer what we hold`;
    throw new BadContent('bad-root', message, { bundle: bundle.index, commonSize: held.size }, target.note);
  }
  const fresh = bundle.entries.map((entry, i) => ({
    entry,
    leaf: leaves[i] as Uint8Array,
    index: bundle.start + i,
  }));
  return { fresh: fresh.slice(known), fitsTile: equal(bundle.tile, all) };
}

/** Shows that what was read so far is the beginning of the tree that the log signed. */
async function confirm(
  { target, held }: Walk,
  tiles: Tiles,
  range: CompactRange,
  doubtful: boolean,
): Promise<void> {
  const root = range.root();
  const { size } = range;
  const proof = size < target.size ? await fetchConsistency(tiles, size, target.size) : [];
  if (verifyConsistency({ oldSize: size, oldRoot: root, size: target.size, root: target.root, proof }))
    return;
  // Where the entries fit the tile above them, it is the tiles further up that do not fit the root.
  const code = doubtful || size === target.size ? 'bad-root' : 'bad-tiles';
  throw new BadContent(
    code,
    `the first ${size} entries are not the beginning of the tree of ${target.size} that the log signed`,
    { size: target.size, upTo: size, commonSize: held.size },
    target.note,
  );
}

function unlikeEntries({ held, target }: Walk, level: number, tile: number): BadContent {
  const message = `tile ${level}/${tile} does not hold the hashes of the log's entries`;
  return new BadContent('bad-tiles', message, { level, tile, commonSize: held.size }, target.note);
}

/** Holds the tiles above level 0 against what the entries make of them, from their first hash on. */
class UpperTiles {
  readonly #walk: Walk;
  readonly #tiles: Tiles;
  readonly #known = new Map<string, Uint8Array>();

  constructor(walk: Walk, tiles: Tiles) {
    this.#walk = walk;
    this.#tiles = tiles;
    for (const [level, edge] of walk.held.edges.entries()) {
      this.#known.set(`${level}/${Math.floor(walk.held.size / TILE_WIDTH ** (level + 1))}`, edge);
    }
  }

  async compare(growth: readonly TileGrowth[]): Promise<void> {
    for (const { level, index, hashes } of growth) {
      if (level === 0) continue;
      const key = `${level}/${index}`;
      const expected = concat(this.#known.get(key) ?? new Uint8Array(0), ...hashes);
      this.#known.set(key, expected);
      const width = tileWidth(level, index, this.#walk.target.size);
      const served = await this.#tiles.tile({ level, index, width });
      if (!equal(served.subarray(0, expected.length), expected))
        throw unlikeEntries(this.#walk, level, index);
    }
  }
}

type Tiles = Pick<RemoteLog, 'tile'>;

/** Tiles above level 0 are few and asked for again with each window; those of level 0 once. */
function cachedTiles(remote: Tiles): Tiles {
  const cache = new Map<string, Promise<Uint8Array>>();
  return {
    tile(id) {
      if (id.level === 0) return remote.tile(id);
      const key = `${id.level}/${id.index}/${id.width}`;
      const known = cache.get(key);
      if (known) return known;
      const answer = remote.tile(id);
      cache.set(key, answer);
      if (cache.size > 64) cache.delete(cache.keys().next().value as string);
      return answer;
    },
  };
}
