import {
  CompactRange,
  encodeBundle,
  formatCheckpoint,
  type Hash,
  leafHash,
  makeEd25519NoteSigner,
  type NoteSigner,
  nodeHash,
  planConsistency,
  proofFromTiles,
  signNote,
  type TileId,
  utf8,
} from '@koinon/transparency-log';
import { ed25519PublicKey, ed25519Sign } from '@koinon/transparency-log/crypto';

/** A log in memory, small enough to compute every tile when it is asked for. Several can share one key: histories. */
export class PaperLog {
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly entries: Uint8Array[];

  constructor(origin: string, signer: NoteSigner, entries: readonly Uint8Array[] = []) {
    this.origin = origin;
    this.signer = signer;
    this.entries = [...entries];
  }

  get size(): number {
    return this.entries.length;
  }

  /** Another history with the same key, that shares the first `common` entries. */
  fork(common: number): PaperLog {
    return new PaperLog(this.origin, this.signer, this.entries.slice(0, common));
  }

  root(size = this.size): Hash {
    const range = new CompactRange();
    for (const entry of this.entries.slice(0, size)) range.append(leafHash(entry));
    return range.root();
  }

  note(size = this.size, root = this.root(size), signer = this.signer): string {
    return signNote(formatCheckpoint({ origin: this.origin, size, root }), [signer], 0);
  }

  tile({ level, index, width }: TileId): Uint8Array | null {
    const hashes = this.#level(level).slice(index * 256, index * 256 + width);
    return hashes.length === width ? Buffer.concat(hashes) : null;
  }

  bundle({ index, width }: { index: number; width: number }): Uint8Array | null {
    const entries = this.entries.slice(index * 256, index * 256 + width);
    return entries.length === width ? encodeBundle(entries) : null;
  }

  proof(oldSize: number, size: number): Hash[] {
    const plan = planConsistency(oldSize, size);
    return proofFromTiles(plan, size, (tile) => this.tile(tile) ?? new Uint8Array(0));
  }

  /** Hashes of level 8 * `level`. */
  #level(level: number): Hash[] {
    let row = this.entries.map(leafHash);
    for (let step = 0; step < level * 8; step++) {
      const above: Hash[] = [];
      for (let i = 0; i + 1 < row.length; i += 2) above.push(nodeHash(row[i] as Hash, row[i + 1] as Hash));
      row = above;
    }
    return row;
  }
}

/** Keys of tests come from words, so that a failing test fails again. */
export function keyOf(word: string) {
  const seed = new Uint8Array(32);
  seed.set(utf8(word).slice(0, 32));
  return { publicKey: ed25519PublicKey(seed), sign: (message: Uint8Array) => ed25519Sign(seed, message) };
}

export function logSignerOf(origin: string, word: string): NoteSigner {
  return makeEd25519NoteSigner(origin, keyOf(word));
}
