import { type Arithmetic, type FixedPower, type Term, termsOfEach } from './arithmetic.ts';
import { FixedBase } from './fixed-base.ts';
import type { Group } from './group.ts';
import { LatestFew } from './latest-few.ts';
import { jacobi, mod, modInverse, modPow } from './modular.ts';

/** How many bases keep their tables; an election needs g, its key, and a few trustee keys. */
const TABLES_KEPT = 4;

/**
 * The reference arithmetic, in plain BigInt. Not constant-time, `secretPower` neither.
 *
 * @example bigIntArithmetic(groupByName('BELENIOS-2048')!).power(2n, 3n) // 8n
 */
export function bigIntArithmetic(group: Group): Arithmetic {
  const { p, q } = group;
  const bits = q.toString(2).length;
  const tables = new LatestFew(TABLES_KEPT, (base: bigint) => new FixedBase(base, p, bits));

  const isElement = (x: bigint): boolean =>
    x > 0n && x < p && (group.membership === 'jacobi' ? jacobi(x, p) === 1 : modPow(x, q, p) === 1n);
  const fixedPower = (base: bigint, exponent: bigint): bigint => tables.get(base).power(exponent);
  const fixedProduct = (powers: readonly FixedPower[]): bigint =>
    powers.reduce((acc, { base, exponent }) => mod(acc * fixedPower(base, exponent), p), 1n);
  const terms = (base: bigint, list: readonly Term[]): bigint[] =>
    list.map(({ exponent, fixed = [] }) => mod(modPow(base, exponent, p) * fixedProduct(fixed), p));

  const elementTerms = (base: bigint, list: readonly Term[]): bigint[] | undefined =>
    isElement(base) ? terms(base, list) : undefined;

  return {
    group,
    isElement,
    multiply: (a, b) => mod(a * b, p),
    product: (factors) => factors.reduce((acc, factor) => mod(acc * factor, p), 1n),
    invert: (x) => modInverse(x, p),
    power: (base, exponent) => modPow(base, exponent, p),
    terms,
    elementTerms,
    termsOfAll: (list) => termsOfEach({ terms, elementTerms }, list),
    fixedPower,
    fixedProduct,
    secretPower: (base, exponent) => modPow(base, exponent, p),
  };
}
