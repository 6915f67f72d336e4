import { concat, equal, type Hash, TILE_WIDTH, tilePath } from '@koinon/transparency-log';
import type { LogSource } from '../sources/log-source.ts';

const HASH_BYTES = 32;

interface Tile {
  level: number;
  index: number;
  hashes: Hash[];
}

/** Compares every tile that a log serves with the hashes made from its entries, byte for byte. */
export class TileCheck {
  readonly bad: string[] = [];
  compared = 0;
  readonly #source: LogSource;
  /** The tile being filled, per tile level. */
  readonly #open: Tile[] = [];
  #full: Tile[] = [];

  constructor(source: LogSource) {
    this.#source = source;
  }

  /** For `CompactRange.append`: takes the hashes of tile levels 0, 8, 16 … */
  readonly visit = (level: number, index: number, hash: Hash): void => {
    if (level % 8 !== 0) return;
    const tileLevel = level / 8;
    const tile = this.#open[tileLevel] ?? {
      level: tileLevel,
      index: Math.floor(index / TILE_WIDTH),
      hashes: [],
    };
    this.#open[tileLevel] = tile;
    tile.hashes.push(hash);
    if (tile.hashes.length < TILE_WIDTH) return;
    this.#full.push(tile);
    delete this.#open[tileLevel];
  };

  /** Reads and compares the tiles that became full since the last call. */
  async compare(): Promise<void> {
    const full = this.#full;
    this.#full = [];
    await Promise.all(full.map((tile) => this.#compare(tile)));
  }

  /** The partial tiles at the right edge. */
  async finish(): Promise<void> {
    await this.compare();
    await Promise.all(this.#open.filter((tile) => tile !== undefined).map((tile) => this.#compare(tile)));
  }

  async #compare({ level, index, hashes }: Tile): Promise<void> {
    const path = tilePath({ level, index, width: hashes.length });
    const bytes = await this.#source.read(path, TILE_WIDTH * HASH_BYTES);
    this.compared++;
    if (bytes === null) this.bad.push(`${path} is missing`);
    else if (!equal(bytes, concat(...hashes))) this.bad.push(`${path} is not what the entries give`);
  }
}
