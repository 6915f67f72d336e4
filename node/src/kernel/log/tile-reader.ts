import {
  type BundleId,
  EMPTY_ROOT,
  encodeBundle,
  type Hash,
  type ProofPlan,
  planConsistency,
  planInclusion,
  planRoot,
  proofFromTiles,
  TILE_WIDTH,
  type TileId,
  tilesOfPlan,
} from '@koinon/transparency-log';
import type { Db } from '../database/tables.ts';
import { makeByteCache } from './byte-cache.ts';
import { readEntries, readTiles } from './read-rows.ts';

/** Reads the tiles of any log that we hold: our own, and our copies of partners' logs. */
export interface TileReader {
  /** Null where the committed tree has no such tile. */
  tile(log: number, id: TileId): Promise<Uint8Array | null>;
  bundle(log: number, id: BundleId): Promise<Uint8Array | null>;
  inclusion(log: number, index: number, size: number): Promise<Hash[]>;
  consistency(log: number, oldSize: number, size: number): Promise<Hash[]>;
  /** Root of the tree of the first `size` entries. */
  root(log: number, size: number): Promise<Hash>;
  /** Tells that a log has grown to `size`; without it the reader looks when it is asked for more than it knows. */
  grown(log: number, size: number): void;
  /** Forgets everything: after a restore. */
  clear(): void;
}

const CACHE_BYTES = 32 * 1024 * 1024;

export function makeTileReader(db: Db): TileReader {
  const cache = makeByteCache(CACHE_BYTES);
  const sizes = new Map<number, number>();

  async function holds(log: number, size: number): Promise<boolean> {
    if ((sizes.get(log) ?? 0) >= size) return true;
    const row = await db.selectFrom('log').select('size').where('id', '=', log).executeTakeFirst();
    sizes.set(log, row?.size ?? 0);
    return (row?.size ?? 0) >= size;
  }

  async function tile(log: number, id: TileId): Promise<Uint8Array | null> {
    const scale = TILE_WIDTH ** id.level;
    const needed = (id.index * TILE_WIDTH + id.width) * scale;
    if (!Number.isSafeInteger(needed) || !(await holds(log, needed))) return null;
    const key = `${log}/${id.level}/${id.index}`;
    const bytes = id.width * 32;
    const cached = cache.get(key);
    if (cached && cached.length >= bytes) return cached.subarray(0, bytes);
    const row = await db
      .selectFrom('tile')
      .select('hashes')
      .where('log', '=', log)
      .where('level', '=', id.level)
      .where('index', '=', id.index)
      .executeTakeFirst();
    if (!row || row.hashes.length < bytes) return null;
    cache.set(key, row.hashes);
    return row.hashes.subarray(0, bytes);
  }

  async function bundle(log: number, id: BundleId): Promise<Uint8Array | null> {
    const start = id.index * TILE_WIDTH;
    if (!Number.isSafeInteger(start + id.width) || !(await holds(log, start + id.width))) return null;
    const key = `${log}/entries/${id.index}/${id.width}`;
    const cached = cache.get(key);
    if (cached) return cached;
    const entries = await readEntries(db, log, start, id.width);
    if (entries.length !== id.width) return null;
    const bytes = encodeBundle(entries);
    cache.set(key, bytes);
    return bytes;
  }

  async function carryOut(log: number, plan: ProofPlan, size: number): Promise<Hash[]> {
    const tiles = tilesOfPlan(plan, size);
    const hashes = await readTiles(db, log, tiles);
    return proofFromTiles(plan, size, ({ level, index, width }) => {
      const found = hashes.get(`${level}/${index}`);
      if (!found) throw new Error(`log ${log} lacks tile ${level}/${index}`);
      return found.subarray(0, width * 32);
    });
  }

  return {
    tile,
    bundle,
    inclusion: (log, index, size) => carryOut(log, planInclusion(index, size), size),
    consistency: (log, oldSize, size) => carryOut(log, planConsistency(oldSize, size), size),
    root: async (log, size) => {
      if (size === 0) return EMPTY_ROOT;
      const [root] = await carryOut(log, [planRoot(size)], size);
      return root as Hash;
    },
    grown(log, size) {
      if (size > (sizes.get(log) ?? 0)) sizes.set(log, size);
    },
    clear() {
      cache.clear();
      sizes.clear();
    },
  };
}
