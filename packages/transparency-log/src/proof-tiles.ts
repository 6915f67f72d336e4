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

/**
 * The tiles that a plan reads, each once, with the widths that they have in a tree of `size` entries: what to fetch before
 * `proofFromTiles`.
 *
 * @throws InvalidArgument where the plan names a subtree that the tree does not have
 * @example const tiles = tilesOfPlan(planInclusion(70_000, 70_001), 70_001)
 */
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
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(row[i] as Hash, row[i + 1] as Hash));
    row = above;
  }
  return row[0] as Hash;
}

/**
 * Carries out a plan for a tree of `size` entries. `read` returns the hashes of a tile, 32 bytes each; a wider tile than asked
 * for will do, because a partial tile is the beginning of its later self. The root of a tree is
 * `proofFromTiles([planRoot(size)], size, read)[0]`.
 *
 * @throws InvalidArgument where the plan names a subtree that the tree does not have
 * @throws MalformedTile where `read` returns fewer hashes than the tile has in this tree
 * @example const proof = proofFromTiles(planInclusion(5, 8), 8, (tile) => tiles.get(tilePath(tile)))
 */
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
