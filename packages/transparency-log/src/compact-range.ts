import { concat } from './bytes.ts';
import { InvalidArgument } from './error.ts';
import { assertSize, foldRoots, HASH_BYTES, type Hash, isHash, nodeHash } from './merkle.ts';

function bitCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** All that a log has to remember to grow: the roots of the complete subtrees, one per set bit of the size. */
export class CompactRange {
  #size: number;
  #roots: Hash[];

  constructor(size = 0, roots: readonly Hash[] = []) {
    assertSize(size, 'size');
    if (roots.length !== bitCount(size) || !roots.every(isHash)) {
      throw new InvalidArgument(`size ${size} has ${bitCount(size)} subtree roots of 32 bytes`);
    }
    this.#size = size;
    this.#roots = [...roots];
  }

  get size(): number {
    return this.#size;
  }

  /** Roots of the complete subtrees, largest first. */
  get roots(): Hash[] {
    return [...this.#roots];
  }

  /** Adds one leaf hash; `visit` sees every complete subtree that it completes, the leaf (level 0) first. */
  append(leaf: Hash, visit?: (level: number, index: number, hash: Hash) => void): void {
    if (!isHash(leaf)) throw new InvalidArgument('a leaf hash is 32 bytes');
    if (this.#size >= Number.MAX_SAFE_INTEGER) throw new InvalidArgument('the log is full');
    let hash = leaf;
    let level = 0;
    let index = this.#size;
    visit?.(level, index, hash);
    while (index % 2 === 1) {
      hash = nodeHash(this.#roots.pop()!, hash);
      index = Math.floor(index / 2);
      level++;
      visit?.(level, index, hash);
    }
    this.#roots.push(hash);
    this.#size++;
  }

  root(): Hash {
    return foldRoots(this.#roots);
  }

  /** The subtree roots joined, largest first: 32 bytes per set bit of the size. */
  toBytes(): Uint8Array {
    return concat(...this.#roots);
  }

  static fromBytes(size: number, bytes: Uint8Array): CompactRange {
    if (bytes.length % HASH_BYTES !== 0) throw new InvalidArgument('subtree roots are 32 bytes each');
    const roots: Hash[] = [];
    for (let at = 0; at < bytes.length; at += HASH_BYTES) roots.push(bytes.slice(at, at + HASH_BYTES));
    return new CompactRange(size, roots);
  }

  clone(): CompactRange {
    return new CompactRange(this.#size, this.#roots);
  }
}
