import { equal, TILE_WIDTH } from '@koinon/transparency-log';
import type { Db } from '../database/tables.ts';
import { readTiles } from '../log/read-rows.ts';
import type { TileGrowth } from '../log/tile-growth.ts';
import type { Report } from './problem.ts';

/** Holds the tiles that the entries make against those in the database, a full one as soon as it is full. */
export class TileChecker {
  readonly #db: Db;
  readonly #log: { id: number; size: number };
  readonly #report: Report;
  readonly #open = new Map<string, TileGrowth>();

  constructor(db: Db, log: { id: number; size: number }, report: Report) {
    this.#db = db;
    this.#log = log;
    this.#report = report;
  }

  async grow(growth: readonly TileGrowth[]): Promise<void> {
    for (const tile of growth) {
      const key = `${tile.level}/${tile.index}`;
      const known = this.#open.get(key);
      if (known) known.hashes.push(...tile.hashes);
      else this.#open.set(key, { ...tile, hashes: [...tile.hashes] });
    }
    await this.#compare([...this.#open.values()].filter((tile) => tile.hashes.length === TILE_WIDTH));
  }

  /** Compares the tiles of the right edge. */
  async finish(): Promise<void> {
    await this.#compare([...this.#open.values()]);
  }

  async #compare(tiles: readonly TileGrowth[]): Promise<void> {
    const wanted = tiles.map(({ level, index, hashes }) => ({ level, index, width: hashes.length }));
    const stored = await readTiles(this.#db, this.#log.id, wanted);
    for (const { level, index, hashes } of tiles) {
      const key = `${level}/${index}`;
      this.#open.delete(key);
      const found = stored.get(key);
      if (!found) this.#report('tile', null, `tile ${key} is missing`);
      else if (!(await this.#holds(found, Buffer.concat(hashes))))
        this.#report('tile', null, `tile ${key} differs from the entries`);
    }
  }

  /** A tile may hold more than the entries that are checked only where the log has grown meanwhile. */
  async #holds(found: Uint8Array, expected: Uint8Array): Promise<boolean> {
    if (!equal(found.subarray(0, expected.length), expected)) return false;
    if (found.length === expected.length) return true;
    const now = await this.#db
      .selectFrom('log')
      .select('size')
      .where('id', '=', this.#log.id)
      .executeTakeFirstOrThrow();
    return now.size > this.#log.size;
  }
}
