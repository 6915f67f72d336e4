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

/** The terms over one base of several. */
export interface BaseTerms {
  base: bigint;
  terms: readonly Term[];
  /** Whether the base is sure to be an element once all others of the list are; if not, it is tested. */
  member: boolean;
}

/**
 * Arithmetic in one group. Several implementations stand behind it: plain BigInt (`bigIntArithmetic`, the reference), the two
 * WebAssembly kernels, and these with long powers from elsewhere; property tests hold them against each other. Elements and exponents are BigInts in [0, p) and [0, q).
 */
export interface Arithmetic {
  readonly group: Group;
  /** Whether `x` lies in the subgroup of order q: 0 < x < p and x^q = 1. */
  isElement(x: bigint): boolean;
  multiply(a: bigint, b: bigint): bigint;
  /** Product of a list; 1 for the empty one. */
  product(factors: readonly bigint[]): bigint;
  invert(x: bigint): bigint;
  /** For exponents that everybody may know. */
  power(base: bigint, exponent: bigint): bigint;
  /** The value of each term over one base, on one chain of squarings. */
  terms(base: bigint, terms: readonly Term[]): bigint[];
  /** As `terms`, but undefined where `base` is no element; shares the chain with the membership test. */
  elementTerms(base: bigint, terms: readonly Term[]): bigint[] | undefined;
  /** Terms over several bases, or undefined where not all bases are elements. */
  termsOfAll(list: readonly BaseTerms[]): bigint[][] | undefined;
  fixedPower(base: bigint, exponent: bigint): bigint;
  fixedProduct(powers: readonly FixedPower[]): bigint;
  /**
   * A power whose exponent must stay secret. The kernels take the same steps and read the same memory for every
   * exponent; BigInt does not.
   */
  secretPower(base: bigint, exponent: bigint): bigint;
}

/** `termsOfAll` of an arithmetic that has nothing to share between bases. */
export function termsOfEach(
  { terms, elementTerms }: Pick<Arithmetic, 'terms' | 'elementTerms'>,
  list: readonly BaseTerms[],
): bigint[][] | undefined {
  const all: bigint[][] = [];
  for (const { base, terms: over, member } of list) {
    const values = member ? terms(base, over) : elementTerms(base, over);
    if (values === undefined) return undefined;
    all.push(values);
  }
  return all;
}
