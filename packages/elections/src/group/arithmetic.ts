import type { Group } from './group.ts';

/**
 * Arithmetic in one group. Two implementations stand behind it: plain BigInt (`bigIntArithmetic`, the reference) and the
 * WebAssembly kernel; property tests hold one against the other. Elements and exponents are BigInts in [0, p) and [0, q).
 */
export interface Arithmetic {
  readonly group: Group;
  /** Whether `x` lies in the subgroup of order q: 0 < x < p and x^q = 1. */
  isElement(x: bigint): boolean;
  multiply(a: bigint, b: bigint): bigint;
  /** Product of a list; 1 for the empty one. */
  product(factors: readonly bigint[]): bigint;
  invert(x: bigint): bigint;
  power(base: bigint, exponent: bigint): bigint;
  /** `base` to each exponent, on one chain of squarings. */
  powers(base: bigint, exponents: readonly bigint[]): bigint[];
  /** As `powers`, but undefined where `base` is no element; shares the chain with the membership test. */
  elementPowers(base: bigint, exponents: readonly bigint[]): bigint[] | undefined;
  /** Powers of a base that is used often (g, the election key); tables are kept for the latest few bases. */
  fixedPower(base: bigint, exponent: bigint): bigint;
}
