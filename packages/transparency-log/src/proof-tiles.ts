import { InvalidArgument, MalformedTile } from './error.ts';
import { foldRoots, HASH_BYTES, type Hash, type NodeId, nodeHash } from './merkle.ts';
import type { ProofPlan } from './proof-plan.ts';
import { TILE_WIDTH, type TileId, tileWidth } from './tile.ts';

function tileOf(node: NodeId, size: number): TileId {
  const level = Math.floor(node.level / 8);
  const perTile = 2 ** (8 - (node.level % 8));
  const index = Math.floor(node.index / perTile);
  const width = tileWidth(level, index, size);
  const needed = ((node.index % perTile) + 1) * 2 ** (node.level % 8);
  if (needed > width)
    throw new InvalidArgument(`subtree (${node.level}, ${node.index}) is not in a tree of ${size}`);
  return { level, index, width };
}

/** The tiles a plan reads, each once, with the widths they have in a tree of `size`. */
export function tilesOfPlan(plan: ProofPlan, size: number): TileId[] {
  const tiles = new Map<string, TileId>();
  for (const node of plan.flat()) {
    const tile = tileOf(node, size);
    tiles.set(`${tile.level}/${tile.index}`, tile);
  }
  return [...tiles.values()];
}

function subtreeRoot(hashes: Uint8Array, start: number, count: number): Hash {
  let row: Hash[] = [];
  for (let i = 0; i < count; i++)
    row.push(hashes.slice((start + i) * HASH_BYTES, (start + i + 1) * HASH_BYTES));
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(row[i]!, row[i + 1]!));
    row = above;
  }
  return row[0]!;
}

/** Carries out a plan: each hash is made from tiles that `read` returns (at least `width` hashes each). */
export function proofFromTiles(plan: ProofPlan, size: number, read: (tile: TileId) => Uint8Array): Hash[] {
  const tiles = new Map<string, Uint8Array>();
  const nodeFromTile = (node: NodeId): Hash => {
    const tile = tileOf(node, size);
    const key = `${tile.level}/${tile.index}`;
    let hashes = tiles.get(key);
    if (hashes === undefined) {
      hashes = read(tile);
      if (hashes.length < tile.width * HASH_BYTES || hashes.length % HASH_BYTES !== 0) {
        throw new MalformedTile(`tile ${key} has ${hashes.length} bytes, not ${tile.width} hashes`);
      }
      tiles.set(key, hashes);
    }
    const count = 2 ** (node.level % 8);
    return subtreeRoot(hashes, (node.index * count) % TILE_WIDTH, count);
  };
  return plan.map((nodes) => foldRoots(nodes.map(nodeFromTile)));
}
