import { describe, expect, it } from 'vitest';
import { logOf, MemoryLog } from '../test/support/memory-log.ts';
import { entriesOf, naiveConsistency, naiveInclusion, naiveRoot } from '../test/support/tree.ts';
import { InvalidArgument, MalformedTile } from './error.ts';
import { type Hash, leafHash, verifyConsistency, verifyInclusion } from './merkle.ts';
import { planConsistency, planInclusion, planRoot } from './proof-plan.ts';
import { proofFromTiles, tilesOfPlan } from './proof-tiles.ts';
import { tilesForSize } from './tile.ts';

describe('proofs made from tiles', () => {
  it('are those of the naive recursion for all pairs up to 64', () => {
    const leaves = entriesOf(64).map(leafHash);
    const log = logOf(entriesOf(64));
    for (let size = 1; size <= 64; size++) {
      const tree = leaves.slice(0, size);
      expect(log.root(size)).toEqual(naiveRoot(tree));
      for (let m = 0; m < size; m++) {
        expect(log.inclusion(m, size)).toEqual(naiveInclusion(m, tree));
        if (m > 0) expect(log.consistency(m, size)).toEqual(naiveConsistency(m, tree));
      }
    }
  });

  const sizes = [255, 256, 257, 511, 512, 513, 700];
  it('are right around the edges of tiles', () => {
    const leaves = entriesOf(700).map(leafHash);
    const log = logOf(entriesOf(700));
    for (const size of sizes) {
      const tree = leaves.slice(0, size);
      for (const m of [1, 128, 254, 255, 256, 257, 511, 512, size - 1].filter((value) => value < size)) {
        expect(log.inclusion(m, size)).toEqual(naiveInclusion(m, tree));
        expect(log.consistency(m, size)).toEqual(naiveConsistency(m, tree));
      }
    }
  });

  it('reach the third level of tiles', () => {
    const log = new MemoryLog();
    const size = 65_536 + 300;
    for (let n = 0; n < size; n++) log.append(new Uint8Array([n >> 16, n >> 8, n]));
    const root = log.root(size);
    expect(root).toEqual(log.range.root());
    expect([...log.tiles.keys()]).toContain('2/0');
    for (const index of [0, 255, 256, 65_535, 65_536, size - 1]) {
      const leaf = leafHash(new Uint8Array([index >> 16, index >> 8, index]));
      expect(verifyInclusion({ leaf, index, size, root, proof: log.inclusion(index, size) })).toBe(true);
    }
    for (const oldSize of [1, 256, 65_535, 65_536, 65_537, size - 1]) {
      const proof = log.consistency(oldSize, size);
      expect(verifyConsistency({ oldSize, oldRoot: log.root(oldSize), size, root, proof })).toBe(true);
    }
  }, 30_000);

  it('read only tiles of the tree, each once, and few of them', () => {
    const size = 70_000;
    const existing = new Set(tilesForSize(size).map((tile) => JSON.stringify(tile)));
    const plan = planInclusion(1234, size);
    const tiles = tilesOfPlan(plan, size);
    expect(tiles.length).toBeLessThanOrEqual(6);
    for (const tile of tiles) expect(existing).toContain(JSON.stringify(tile));
    const read: string[] = [];
    proofFromTiles(plan, size, (tile) => {
      read.push(JSON.stringify(tile));
      return new Uint8Array(tile.width * 32);
    });
    expect(read.toSorted()).toEqual(tiles.map((tile) => JSON.stringify(tile)).toSorted());
  });

  it('take a wider tile than they asked for, and refuse a narrower one', () => {
    const log = logOf(entriesOf(300));
    const wide = proofFromTiles(planInclusion(3, 5), 5, ({ level, index }) =>
      log.read({ level, index, width: 200 }),
    );
    expect(wide).toEqual(log.inclusion(3, 5));
    const narrow = (): Hash[] => proofFromTiles(planInclusion(3, 5), 5, () => new Uint8Array(4 * 32));
    expect(narrow).toThrow(MalformedTile);
    expect(() => proofFromTiles(planInclusion(3, 5), 5, () => new Uint8Array(5 * 32 + 1))).toThrow(
      MalformedTile,
    );
  });

  it('are refused for what is not in the tree', () => {
    expect(() => planInclusion(5, 5)).toThrow(InvalidArgument);
    expect(() => planInclusion(0, 0)).toThrow(InvalidArgument);
    expect(() => planConsistency(6, 5)).toThrow(InvalidArgument);
    expect(() => tilesOfPlan([[{ level: 0, index: 5 }]], 5)).toThrow(InvalidArgument);
    expect(() => tilesOfPlan([[{ level: 3, index: 0 }]], 5)).toThrow(InvalidArgument);
  });

  it('are empty where there is nothing to prove', () => {
    expect(planConsistency(0, 5)).toEqual([]);
    expect(planConsistency(5, 5)).toEqual([]);
    expect(planInclusion(0, 1)).toEqual([]);
    expect(planRoot(0)).toEqual([]);
  });

  it('are planned at the largest size', () => {
    const size = Number.MAX_SAFE_INTEGER;
    expect(planInclusion(size - 1, size)).toHaveLength(52);
    expect(planInclusion(0, size)).toHaveLength(53);
    expect(tilesOfPlan(planConsistency(size - 1, size), size).length).toBeGreaterThan(0);
  });
});
