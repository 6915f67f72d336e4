import { equal, TILE_WIDTH } from '@koinon/transparency-log';
import type { Db } from '../database/tables.ts';
import { readTiles } from '../log/read-rows.ts';
import type { TileGrowth } from '../log/tile-growth.ts';
import type { Report } from './problem.ts';

/** Holds the tiles that the entries make against those in the database, a full one as soon as it is full. */
export class TileChecker {
  readonly #db: Db;
  readonly #log: number;
  readonly #report: Report;
  readonly #open = new Map<string, TileGrowth>();

  constructor(db: Db, log: number, report: Report) {
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
    const stored = await readTiles(this.#db, this.#log, wanted);
    for (const { level, index, hashes } of tiles) {
      const key = `${level}/${index}`;
      this.#open.delete(key);
      const found = stored.get(key);
      if (!found) this.#report('tile', null, `tile ${key} is missing`);
      else if (!equal(found, Buffer.concat(hashes)))
        this.#report('tile', null, `tile ${key} differs from the entries`);
    }
  }
}
