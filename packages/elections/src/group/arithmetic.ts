import type { Group } from './group.ts';

/** A power of a base that is used often (g, the election key): tables are kept for the latest few bases. */
export interface FixedPower {
  base: bigint;
  exponent: bigint;
}

/** A product of powers: a base that several terms share to `exponent`, times powers of fixed bases. */
export interface Term {
  exponent: bigint;
  fixed?: readonly FixedPower[];
}

/**
 * Arithmetic in one group. Three implementations stand behind it: plain BigInt (`bigIntArithmetic`, the reference) and the two
 * WebAssembly kernels; property tests hold them against each other. Elements and exponents are BigInts in [0, p) and [0, q).
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
  /** The value of each term over one base, on one chain of squarings. */
  terms(base: bigint, terms: readonly Term[]): bigint[];
  /** As `terms`, but undefined where `base` is no element; shares the chain with the membership test. */
  elementTerms(base: bigint, terms: readonly Term[]): bigint[] | undefined;
  fixedPower(base: bigint, exponent: bigint): bigint;
  fixedProduct(powers: readonly FixedPower[]): bigint;
  /**
   * A power whose exponent must stay secret. The kernels take the same steps and read the same memory for every
   * exponent; BigInt does not.
   */
  secretPower(base: bigint, exponent: bigint): bigint;
}
