import { sha256 } from '#crypto';
import { equal } from './bytes.ts';
import { InvalidArgument } from './error.ts';

/** A SHA-256 value: 32 bytes. */
export type Hash = Uint8Array;
/** A complete subtree: the root of the 2^level leaves that begin at leaf index * 2^level. */
export interface NodeId {
  level: number;
  index: number;
}

export const HASH_BYTES = 32;
/** Root of the tree of no entries: H(""). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0));

export function assertSize(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new InvalidArgument(`${what} must be an integer from 0 to 2^53-1`);
  }
}

export function isHash(value: Uint8Array): boolean {
  return value.length === HASH_BYTES;
}

/**
 * Hash of an entry: H(0x00 || entry). RFC 6962 section 2.1.
 *
 * @example const leaf = leafHash(utf8('an entry'))
 */
export function leafHash(entry: Uint8Array): Hash {
  const input = new Uint8Array(entry.length + 1);
  input.set(entry, 1);
  return sha256(input);
}

/**
 * Hash of an inner node: H(0x01 || left || right), of two hashes of 32 bytes. RFC 6962 section 2.1.
 *
 * @example const root = nodeHash(leafHash(first), leafHash(second)) // of a tree of two entries
 */
export function nodeHash(left: Hash, right: Hash): Hash {
  const input = new Uint8Array(1 + 2 * HASH_BYTES);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_BYTES);
  return sha256(input);
}

/** Folds the roots of neighbouring complete subtrees, largest first, into one hash. */
export function foldRoots(roots: readonly Hash[]): Hash {
  let acc = roots.at(-1) ?? EMPTY_ROOT;
  for (let i = roots.length - 2; i >= 0; i--) acc = nodeHash(roots[i] as Hash, acc);
  return acc;
}

/**
 * Entry `index` (from 0) of the tree of `size` entries is the one whose leaf hash is `leaf`; `proof` goes from the leaf up.
 */
export interface InclusionClaim {
  leaf: Hash;
  index: number;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}

/**
 * Whether `proof` shows that `leaf` is entry `index` of the tree of `size` entries with `root`. Hashes of another length than
 * 32 bytes, an index outside the tree and a proof of another length are refused. RFC 9162 section 2.1.3.2.
 *
 * @throws InvalidArgument where index or size is not an integer from 0 to 2^53-1
 * @example
 * verifyInclusion({ leaf: leafHash(entry), index: 5, size: 8, root, proof }) // true
 */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): boolean {
  assertSize(index, 'index');
  assertSize(size, 'size');
  if (!isHash(leaf) || !isHash(root) || !proof.every(isHash)) return false;
  if (index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let acc = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      acc = nodeHash(sibling, acc);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      acc = nodeHash(acc, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(acc, root);
}

/** The tree of `oldSize` entries is the beginning of the tree of `size` entries. */
export interface ConsistencyClaim {
  oldSize: number;
  oldRoot: Hash;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}

function isPowerOfTwo(value: number): boolean {
  let v = value;
  while (v > 1 && v % 2 === 0) v /= 2;
  return v === 1;
}

/**
 * Whether `proof` shows that the tree of `oldSize` with `oldRoot` is the beginning of the tree of `size` with `root`. Equal
 * sizes need equal roots and an empty proof; every tree begins with the empty one, with an empty proof (tlog-witness), and
 * there `oldRoot` says nothing. RFC 9162 section 2.1.4.2.
 *
 * @throws InvalidArgument where a size is not an integer from 0 to 2^53-1
 * @example
 * verifyConsistency({ oldSize: 3, oldRoot, size: 8, root, proof }) // true
 */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  assertSize(oldSize, 'oldSize');
  assertSize(size, 'size');
  if (!isHash(oldRoot) || !isHash(root) || !proof.every(isHash)) return false;
  if (oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && equal(oldRoot, root);
  if (oldSize === 0) return proof.length === 0;
  if (proof.length === 0) return false;
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  let fn = oldSize - 1;
  let sn = size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let oldAcc = path[0] as Hash;
  let acc = path[0] as Hash;
  for (const hash of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      oldAcc = nodeHash(hash, oldAcc);
      acc = nodeHash(hash, acc);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      acc = nodeHash(acc, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(oldAcc, oldRoot) && equal(acc, root);
}
