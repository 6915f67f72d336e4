import type { Arithmetic } from './arithmetic.ts';
import { FixedBase } from './fixed-base.ts';
import type { Group } from './group.ts';
import { jacobi, mod, modInverse, modPow } from './modular.ts';

/** How many bases keep their tables; an election needs g, its key, and a few trustee keys. */
const TABLES_KEPT = 4;

/**
 * The reference arithmetic, in plain BigInt. Not constant-time.
 *
 * @example bigIntArithmetic(groupByName('BELENIOS-2048')!).power(2n, 3n) // 8n
 */
export function bigIntArithmetic(group: Group): Arithmetic {
  const { p, q } = group;
  const tables = new Map<bigint, FixedBase>();

  const isElement = (x: bigint): boolean =>
    x > 0n && x < p && (group.membership === 'jacobi' ? jacobi(x, p) === 1 : modPow(x, q, p) === 1n);

  const powers = (base: bigint, exponents: readonly bigint[]): bigint[] =>
    exponents.map((e) => modPow(base, e, p));

  return {
    group,
    isElement,
    multiply: (a, b) => mod(a * b, p),
    product: (factors) => factors.reduce((acc, factor) => mod(acc * factor, p), 1n),
    invert: (x) => modInverse(x, p),
    power: (base, exponent) => modPow(base, exponent, p),
    powers,
    elementPowers: (base, exponents) => (isElement(base) ? powers(base, exponents) : undefined),
    fixedPower(base, exponent) {
      let table = tables.get(base);
      if (table === undefined) {
        const oldest = tables.keys().next();
        if (tables.size >= TABLES_KEPT && !oldest.done) tables.delete(oldest.value);
        table = new FixedBase(base, p, q.toString(2).length);
        tables.set(base, table);
      }
      return table.power(exponent);
    },
  };
}
