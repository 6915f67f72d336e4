import { describe, expect, it } from 'vitest';
import { flipBit } from '../test/support/corrupt.ts';
import { entriesOf, naiveConsistency, naiveInclusion, naiveLeaf, naiveRoot } from '../test/support/tree.ts';
import { toHex, utf8 } from './bytes.ts';
import { CompactRange } from './compact-range.ts';
import { InvalidArgument } from './error.ts';
import { EMPTY_ROOT, type Hash, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts';

const LARGEST = 64;
/** Up to this size every single bit of every proof is flipped; above it, four bits of each hash. */
const EVERY_BIT = 16;

const leaves = entriesOf(LARGEST + 1).map(leafHash);
const roots = leaves.map((_, size) => naiveRoot(leaves.slice(0, size)));

function bitsToFlip(size: number): number[] {
  return size <= EVERY_BIT
    ? Array.from({ length: 256 }, (_, bit) => bit)
    : Array.from({ length: 4 }, (_, i) => (i * 67 + size) % 256);
}

function* corruptions(proof: readonly Hash[], size: number): Generator<Hash[]> {
  for (let item = 0; item < proof.length; item++) {
    for (const bit of bitsToFlip(size)) yield flipBit(proof, item, bit);
    yield proof.filter((_, i) => i !== item);
    yield [...proof.slice(0, item), proof[item] as Hash, ...proof.slice(item)];
    yield proof.map((hash, i) => (i === item ? hash.subarray(0, 31) : hash));
  }
  yield [...proof, EMPTY_ROOT];
  if (proof.length > 1) yield proof.toReversed();
}

describe('hashes', () => {
  it('separate leaves from nodes', () => {
    expect(toHex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(leafHash(utf8('entry'))).toEqual(naiveLeaf(utf8('entry')));
    const [left, right] = [leafHash(utf8('l')), leafHash(utf8('r'))];
    expect(nodeHash(left, right)).toEqual(naiveRoot([left, right]));
    expect(leafHash(new Uint8Array([...left, ...right]))).not.toEqual(nodeHash(left, right));
  });
});

describe('inclusion proofs', () => {
  it(`are accepted for every entry of every tree up to ${LARGEST}`, () => {
    for (let size = 1; size <= LARGEST; size++) {
      for (let index = 0; index < size; index++) {
        const proof = naiveInclusion(index, leaves.slice(0, size));
        const claim = { leaf: leaves[index] as Hash, index, size, root: roots[size] as Hash, proof };
        expect(verifyInclusion(claim)).toBe(true);
      }
    }
  });

  it('are refused after any change of one bit, of their length, or of what they claim', () => {
    for (let size = 1; size <= LARGEST; size++) {
      const root = roots[size] as Hash;
      for (let index = 0; index < size; index++) {
        const proof = naiveInclusion(index, leaves.slice(0, size));
        const claim = { leaf: leaves[index] as Hash, index, size, root, proof };
        const accepted = [
          { ...claim, leaf: leaves[(index + 1) % LARGEST] as Hash },
          { ...claim, root: roots[size - 1] as Hash },
          { ...claim, root: root.subarray(1) },
          { ...claim, index: index + 1 },
          { ...claim, index: size },
        ].filter(verifyInclusion);
        expect(accepted).toEqual([]);
        for (const changed of corruptions(proof, size)) {
          // A palindrome of equal hashes would be no change; distinct entries make none.
          if (verifyInclusion({ ...claim, proof: changed })) expect.fail(`entry ${index} of ${size}`);
        }
      }
    }
  });

  it('do not end at an inner node', () => {
    const [first, second] = leaves as [Hash, Hash];
    const inner = nodeHash(first, second);
    expect(verifyInclusion({ leaf: first, index: 0, size: 2, root: inner, proof: [second] })).toBe(true);
    expect(verifyInclusion({ leaf: first, index: 0, size: 4, root: inner, proof: [second] })).toBe(false);
    expect(verifyInclusion({ leaf: first, index: 0, size: 2, root: first, proof: [] })).toBe(false);
  });

  it('refuse numbers that are no sizes instead of rounding them', () => {
    const claim = { leaf: EMPTY_ROOT, index: 0, size: 1, root: EMPTY_ROOT, proof: [] };
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => verifyInclusion({ ...claim, size: wrong })).toThrow(InvalidArgument);
      expect(() => verifyInclusion({ ...claim, index: wrong })).toThrow(InvalidArgument);
    }
  });

  it('work at the largest size', () => {
    const size = Number.MAX_SAFE_INTEGER;
    const sibling = leafHash(utf8('sibling'));
    let root = leafHash(utf8('last'));
    const proof: Hash[] = [];
    for (let index = size - 1; index > 0; index = Math.floor(index / 2)) {
      if (index % 2 === 1) {
        root = nodeHash(sibling, root);
        proof.push(sibling);
      }
    }
    expect(verifyInclusion({ leaf: leafHash(utf8('last')), index: size - 1, size, root, proof })).toBe(true);
  });
});

describe('consistency proofs', () => {
  it(`are accepted for every pair of trees up to ${LARGEST}`, () => {
    for (let size = 1; size <= LARGEST; size++) {
      for (let oldSize = 1; oldSize <= size; oldSize++) {
        const proof = naiveConsistency(oldSize, leaves.slice(0, size));
        const claim = { oldSize, oldRoot: roots[oldSize] as Hash, size, root: roots[size] as Hash, proof };
        expect(verifyConsistency(claim)).toBe(true);
      }
    }
  });

  it('are refused after any change of one bit, of their length, or of what they claim', () => {
    for (let size = 1; size <= LARGEST; size++) {
      const root = roots[size] as Hash;
      for (let oldSize = 1; oldSize <= size; oldSize++) {
        const proof = naiveConsistency(oldSize, leaves.slice(0, size));
        const oldRoot = roots[oldSize] as Hash;
        const claim = { oldSize, oldRoot, size, root, proof };
        const accepted = [
          { ...claim, root: leaves[0] as Hash, oldRoot: roots[2] as Hash },
          { ...claim, oldRoot: roots[oldSize - 1] as Hash },
          { ...claim, oldRoot: oldRoot.subarray(1) },
          { ...claim, oldSize: size + 1 },
        ].filter(verifyConsistency);
        expect(accepted).toEqual([]);
        for (const changed of corruptions(proof, size)) {
          if (verifyConsistency({ ...claim, proof: changed })) expect.fail(`${oldSize} to ${size}`);
        }
      }
    }
  });

  it('do not end at an inner node', () => {
    const [first, second] = leaves as [Hash, Hash];
    const inner = nodeHash(first, second);
    const claim = { oldSize: 1, oldRoot: first, root: inner, proof: [second] };
    expect(verifyConsistency({ ...claim, size: 2 })).toBe(true);
    expect(verifyConsistency({ ...claim, size: 4 })).toBe(false);
  });

  it('need equal roots and no hashes between equal sizes', () => {
    const [root, other] = [roots[5] as Hash, roots[6] as Hash];
    expect(verifyConsistency({ oldSize: 5, oldRoot: root, size: 5, root, proof: [] })).toBe(true);
    expect(verifyConsistency({ oldSize: 5, oldRoot: root, size: 5, root: other, proof: [] })).toBe(false);
    expect(verifyConsistency({ oldSize: 5, oldRoot: root, size: 5, root, proof: [other] })).toBe(false);
  });

  it('hold from the empty tree without hashes, and with none only', () => {
    const root = roots[5] as Hash;
    expect(verifyConsistency({ oldSize: 0, oldRoot: EMPTY_ROOT, size: 5, root, proof: [] })).toBe(true);
    expect(verifyConsistency({ oldSize: 0, oldRoot: EMPTY_ROOT, size: 5, root, proof: [root] })).toBe(false);
  });
});

describe('a compact range', () => {
  it('has the root of the naive tree at every size, and survives being stored', () => {
    let range = new CompactRange();
    for (let size = 0; size <= LARGEST; size++) {
      expect(range.size).toBe(size);
      expect(range.root()).toEqual(roots[size]);
      range = CompactRange.fromBytes(size, range.toBytes());
      range.append(leaves[size] as Hash);
    }
  });

  it('shows each complete subtree once, when its last leaf arrives', () => {
    const range = new CompactRange();
    for (let size = 0; size < LARGEST; size++) {
      const seen: string[] = [];
      range.append(leaves[size] as Hash, (level, index, hash) => {
        const [start, end] = [index * 2 ** level, (index + 1) * 2 ** level];
        expect(end).toBe(size + 1);
        expect(hash).toEqual(naiveRoot(leaves.slice(start, end)));
        seen.push(`${level}/${index}`);
      });
      let trailing = 1;
      while ((size + 1) % 2 ** trailing === 0) trailing++;
      expect(seen).toHaveLength(trailing);
    }
  });

  it('keeps a clone apart', () => {
    const range = new CompactRange();
    range.append(leaves[0] as Hash);
    const clone = range.clone();
    clone.append(leaves[1] as Hash);
    range.roots.pop();
    expect(range.root()).toEqual(roots[1]);
    expect(clone.root()).toEqual(roots[2]);
  });

  it('refuses roots that are not those of its size', () => {
    expect(() => new CompactRange(3, [EMPTY_ROOT])).toThrow(InvalidArgument);
    expect(() => new CompactRange(1, [new Uint8Array(31)])).toThrow(InvalidArgument);
    expect(() => CompactRange.fromBytes(1, new Uint8Array(33))).toThrow(InvalidArgument);
    expect(() => CompactRange.fromBytes(2, new Uint8Array(64))).toThrow(InvalidArgument);
    expect(() => new CompactRange().append(new Uint8Array(31))).toThrow(InvalidArgument);
    expect(() => new CompactRange(-1)).toThrow(InvalidArgument);
  });
});
