import { concat } from './bytes.ts';
import { InvalidArgument } from './error.ts';
import { assertSize, foldRoots, HASH_BYTES, type Hash, isHash, nodeHash } from './merkle.ts';

function bitCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/**
 * All that a log has to remember in order to grow: the roots of its complete subtrees, one per set bit of its size.
 *
 * @example
 * const range = new CompactRange()
 * for (const entry of entries) range.append(leafHash(entry))
 * formatCheckpoint({ origin: 'node.example/log', size: range.size, root: range.root() })
 */
export class CompactRange {
  #size: number;
  #roots: Hash[];

  /**
   * @throws InvalidArgument where `roots` are not one hash of 32 bytes per set bit of `size`, largest subtree first
   */
  constructor(size = 0, roots: readonly Hash[] = []) {
    assertSize(size, 'size');
    if (roots.length !== bitCount(size) || !roots.every(isHash)) {
      throw new InvalidArgument(`size ${size} has ${bitCount(size)} subtree roots of 32 bytes`);
    }
    this.#size = size;
    this.#roots = [...roots];
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** Roots of the complete subtrees, largest first. */
  get roots(): Hash[] {
    return [...this.#roots];
  }

  /**
   * Adds one leaf hash. `visit` sees every complete subtree that it completes, the leaf itself (level 0) first; those of
   * levels 0, 8, 16, … are one more hash of the tile of that level.
   *
   * @throws InvalidArgument where the leaf is not 32 bytes
   * @example
   * range.append(leaf, (level, index, hash) => level % 8 === 0 && tileOf(level / 8, index >> 8).push(hash))
   */
  append(leaf: Hash, visit?: (level: number, index: number, hash: Hash) => void): void {
    if (!isHash(leaf)) throw new InvalidArgument('a leaf hash is 32 bytes');
    if (this.#size >= Number.MAX_SAFE_INTEGER) throw new InvalidArgument('the log is full');
    let hash = leaf;
    let level = 0;
    let index = this.#size;
    visit?.(level, index, hash);
    while (index % 2 === 1) {
      hash = nodeHash(this.#roots.pop() as Hash, hash);
      index = Math.floor(index / 2);
      level++;
      visit?.(level, index, hash);
    }
    this.#roots.push(hash);
    this.#size++;
  }

  /** Root of the tree; H("") of the empty one. */
  root(): Hash {
    return foldRoots(this.#roots);
  }

  /** The subtree roots joined, largest first: 32 bytes per set bit of the size. */
  toBytes(): Uint8Array {
    return concat(...this.#roots);
  }

  /**
   * Reads what `toBytes` wrote.
   *
   * @throws InvalidArgument where the bytes are not one hash per set bit of `size`
   */
  static fromBytes(size: number, bytes: Uint8Array): CompactRange {
    if (bytes.length % HASH_BYTES !== 0) throw new InvalidArgument('subtree roots are 32 bytes each');
    const roots: Hash[] = [];
    for (let at = 0; at < bytes.length; at += HASH_BYTES) roots.push(bytes.slice(at, at + HASH_BYTES));
    return new CompactRange(size, roots);
  }

  /** An independent copy, to try an append that may be refused. */
  clone(): CompactRange {
    return new CompactRange(this.#size, this.#roots);
  }
}
