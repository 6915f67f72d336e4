import { demand } from '../error.ts';
import type { Group } from '../group/group.ts';
import { jacobi } from '../group/modular.ts';

/**
 * Writes small integers into one group element: their bits side by side, then `padding` bits that hold the smallest number
 * for which the result lies in the group (RFC-3526-2048: for which it is a quadratic residue).
 * @param values whole numbers in [0, 2^bitsPerInt)
 * @throws Rejection `ballot.vote`
 */
export function encodeIntegers(values: readonly number[], group: Group): bigint {
  const { padding, bitsPerInt } = group.embedding!;
  const fits = values.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** bitsPerInt);
  demand(fits, 'ballot.vote', 'A rank or grade is out of its range.');
  const packed =
    values.reduce((acc, value) => (acc << BigInt(bitsPerInt)) | BigInt(value), 0n) << BigInt(padding);
  for (let epsilon = 0n; epsilon < 1n << BigInt(padding); epsilon++) {
    const candidate = packed + epsilon;
    if (candidate > 0n && candidate < group.p && jacobi(candidate, group.p) === 1) return candidate;
  }
  throw new RangeError('no element of the group holds these values');
}

/** The `count` integers that an element carries; undefined where it carries more than that. */
export function decodeIntegers(element: bigint, count: number, group: Group): number[] | undefined {
  const { padding, bitsPerInt } = group.embedding!;
  const mask = (1n << BigInt(bitsPerInt)) - 1n;
  const values: number[] = [];
  let rest = element >> BigInt(padding);
  for (let i = 0; i < count; i++) {
    values.unshift(Number(rest & mask));
    rest >>= BigInt(bitsPerInt);
  }
  return rest === 0n ? values : undefined;
}
