import { describe, expect, it } from 'vitest';
import {
  CompactRange,
  EMPTY_ROOT,
  fromBase64,
  fromHex,
  InvalidArgument,
  leafHash,
  parseTilePath,
  tilePath,
  tilesForSize,
  toHex,
  utf8,
  verifyConsistency,
  verifyInclusion,
} from '../../src/index.ts';
import { readVectors, sharedVectors } from '../support/shared-data.ts';

const folder = sharedVectors();

interface Rfc6962 {
  emptyRoot: string;
  leafInputs: string[];
  rootsFromSize1: string[];
  nodeHashesByLevelFlattened: string[];
  leaf: { ascii: string; hash: string };
  tilePaths: { level: number; index: number; width: number; path: string }[];
  tilesOf70000: Record<string, { full: number; partial: number }>;
}
interface Vector {
  file: string;
  root: string;
  proof: string[] | null;
  wantErr: boolean;
}
type Inclusion = Vector & { leafIdx: number; treeSize: number; leafHash: string };
type Consistency = Vector & { size1: number; size2: number; root1: string; root2: string };

/** The vectors count some numbers beyond 2^53, which is a refusal here as well. */
function accepts(verify: () => boolean): boolean {
  try {
    return verify();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgument);
    return false;
  }
}
function disagreements<V extends Vector>(vectors: readonly V[], verify: (vector: V) => boolean): string[] {
  return vectors.filter((vector) => accepts(() => verify(vector)) === vector.wantErr).map(({ file }) => file);
}
const hashes = (list: string[] | null): Uint8Array[] => (list ?? []).map(fromBase64);

describe.runIf(folder)('RFC 6962 as transparency-dev/merkle tests it', () => {
  const read = <T>(file: string): T => readVectors<T>(folder as string, file);

  it('gives the roots and hashes of its eight leaves', () => {
    const vectors = read<Rfc6962>('rfc6962.json');
    expect(toHex(EMPTY_ROOT)).toBe(vectors.emptyRoot);
    const range = new CompactRange();
    const made = new Map<number, string[]>();
    for (const [i, input] of vectors.leafInputs.entries()) {
      range.append(leafHash(fromHex(input)), (level, _, hash) => {
        made.set(level, [...(made.get(level) ?? []), toHex(hash)]);
      });
      expect(toHex(range.root())).toBe(vectors.rootsFromSize1[i]);
    }
    expect([...made.entries()].sort(([a], [b]) => a - b).flatMap(([, level]) => level)).toEqual(
      vectors.nodeHashesByLevelFlattened,
    );
    expect(toHex(leafHash(utf8(vectors.leaf.ascii)))).toBe(vectors.leaf.hash);
  });

  it('names tiles as tlog-tiles does', () => {
    const vectors = read<Rfc6962>('rfc6962.json');
    for (const { path, ...tile } of vectors.tilePaths) {
      expect(tilePath(tile)).toBe(path);
      expect(parseTilePath(path)).toEqual({ kind: 'tile', ...tile });
    }
    for (const [name, { full, partial }] of Object.entries(vectors.tilesOf70000)) {
      if (!name.startsWith('level')) continue;
      const tiles = tilesForSize(70_000).filter(({ level }) => level === Number(name.slice(5)));
      expect(tiles.filter(({ width }) => width === 256)).toHaveLength(full);
      expect(tiles.filter(({ width }) => width < 256).map(({ width }) => width)).toEqual([partial]);
    }
  });

  it('agrees on all 98 inclusion vectors', () => {
    const vectors = read<Inclusion[]>('merkle-inclusion.json');
    expect(vectors).toHaveLength(98);
    const differing = disagreements(vectors, ({ leafIdx, treeSize, leafHash: leaf, root, proof }) =>
      verifyInclusion({
        leaf: fromBase64(leaf),
        index: leafIdx,
        size: treeSize,
        root: fromBase64(root),
        proof: hashes(proof),
      }),
    );
    expect(differing).toEqual([]);
  });

  it('agrees on all 98 consistency vectors but the one whose roots are no hashes', () => {
    const vectors = read<Consistency[]>('merkle-consistency.json');
    expect(vectors).toHaveLength(98);
    const differing = disagreements(vectors, ({ size1, size2, root1, root2, proof }) =>
      verifyConsistency({
        oldSize: size1,
        oldRoot: fromBase64(root1),
        size: size2,
        root: fromBase64(root2),
        proof: hashes(proof),
      }),
    );
    expect(differing).toEqual(['additional/sizes-are-equal-one-and-proof-is-empty.json']);
  });
});
