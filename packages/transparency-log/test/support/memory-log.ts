import {
  CompactRange,
  type Hash,
  leafHash,
  planConsistency,
  planInclusion,
  planRoot,
  proofFromTiles,
  type TileId,
} from '../../src/index.ts';

/** A log in memory that keeps tiles as a store would: one growing row of hashes per tile. */
export class MemoryLog {
  readonly range = new CompactRange();
  readonly tiles = new Map<string, Hash[]>();

  append(entry: Uint8Array): void {
    this.appendLeaf(leafHash(entry));
  }

  appendLeaf(leaf: Hash): void {
    this.range.append(leaf, (level, index, hash) => {
      if (level % 8 !== 0) return;
      const key = `${level / 8}/${Math.floor(index / 256)}`;
      const row = this.tiles.get(key);
      if (row) row.push(hash);
      else this.tiles.set(key, [hash]);
    });
  }

  readonly read = ({ level, index, width }: TileId): Uint8Array => {
    const row = this.tiles.get(`${level}/${index}`) ?? [];
    const bytes = new Uint8Array(width * 32);
    for (const [i, hash] of row.slice(0, width).entries()) bytes.set(hash, i * 32);
    return bytes.subarray(0, Math.min(row.length, width) * 32);
  };

  root(size: number): Hash {
    return proofFromTiles([planRoot(size)], size, this.read)[0] as Hash;
  }
  inclusion(index: number, size: number): Hash[] {
    return proofFromTiles(planInclusion(index, size), size, this.read);
  }
  consistency(oldSize: number, size: number): Hash[] {
    return proofFromTiles(planConsistency(oldSize, size), size, this.read);
  }
}

export function logOf(entries: Iterable<Uint8Array>): MemoryLog {
  const log = new MemoryLog();
  for (const entry of entries) log.append(entry);
  return log;
}
