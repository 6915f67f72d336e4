import { InvalidArgument } from './error.ts';
import { assertSize, type NodeId } from './merkle.ts';

/** A proof before its hashes are read: hash i is the fold of the complete subtrees of list i, largest first. */
export type ProofPlan = NodeId[][];

/** The largest power of two below n, for n > 1. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees of leaves [start, end), largest first; `start` is a multiple of every one of them. */
function subtrees(start: number, end: number): NodeId[] {
  const nodes: NodeId[] = [];
  let at = start;
  while (at < end) {
    let width = 1;
    let level = 0;
    while (width * 2 <= end - at) {
      width *= 2;
      level++;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/**
 * The subtrees whose fold is the root of a tree of `size` entries, largest first; none for the empty tree.
 *
 * @throws InvalidArgument where size is not an integer from 0 to 2^53-1
 * @example planRoot(5) // [{ level: 2, index: 0 }, { level: 0, index: 4 }]
 */
export function planRoot(size: number): NodeId[] {
  assertSize(size, 'size');
  return subtrees(0, size);
}

/**
 * Which hashes prove that entry `index` is in the tree of `size` entries: PATH(m, D[n]) of RFC 6962 section 2.1.1, from the
 * leaf up.
 *
 * @throws InvalidArgument where the entry is not in the tree
 * @example
 * const plan = planInclusion(2, 5)
 * const proof = proofFromTiles(plan, 5, read)
 */
export function planInclusion(index: number, size: number): ProofPlan {
  assertSize(index, 'index');
  assertSize(size, 'size');
  if (index >= size) throw new InvalidArgument(`entry ${index} is not in a tree of ${size}`);
  const plan: ProofPlan = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      plan.push(subtrees(middle, end));
      end = middle;
    } else {
      plan.push(subtrees(start, middle));
      start = middle;
    }
  }
  return plan.reverse();
}

/**
 * Which hashes prove that the tree of `size` entries begins with the one of `oldSize`: PROOF(m, D[n]) of RFC 6962 section
 * 2.1.2. Empty where there is nothing to prove (old size 0, or equal sizes).
 *
 * @throws InvalidArgument where oldSize is larger than size
 * @example const proof = proofFromTiles(planConsistency(3, 8), 8, read)
 */
export function planConsistency(oldSize: number, size: number): ProofPlan {
  assertSize(oldSize, 'oldSize');
  assertSize(size, 'size');
  if (oldSize > size)
    throw new InvalidArgument(`a tree of ${oldSize} is not the beginning of one of ${size}`);
  if (oldSize === 0 || oldSize === size) return [];
  const plan: ProofPlan = [];
  let start = 0;
  let end = size;
  while (oldSize !== end) {
    const middle = start + split(end - start);
    if (oldSize <= middle) {
      plan.push(subtrees(middle, end));
      end = middle;
    } else {
      plan.push(subtrees(start, middle));
      start = middle;
    }
  }
  // The old tree is itself a subtree from leaf 0: the verifier has its root already.
  if (start > 0) plan.push(subtrees(start, end));
  return plan.reverse();
}
