import { type Arithmetic, type FixedPower, type Term, termsOfEach } from './arithmetic.ts';
import { bigIntArithmetic } from './bigint-arithmetic.ts';
import type { Group } from './group.ts';
import { type KernelExports, KernelMemory } from './kernel.ts';
import { LatestFew } from './latest-few.ts';
import { jacobi } from './modular.ts';

/** How many bases keep their tables: g, the election key, and two trustee keys. */
const TABLES_KEPT = 4;
/** Most exponents of one base at once: two proofs, two of the blank vote, and the membership test fit. */
const MOST_SHARED = 8;
/** Bits of a digit in shared powers: what needs fewest multiplications for exponents of 256 and of 2047 bits. */
const WINDOW = 4;
const LONG_WINDOW = 6;
const LONG = 64;

/**
 * Arithmetic on a WebAssembly kernel: fixed-base tables, and one chain of squarings for all exponents of a base. Only
 * `secretPower` hides its exponents.
 * @param kernel exports of an instance of its own (the memory is not shared between groups)
 * @example wasmArithmetic(group, new WebAssembly.Instance(module).exports)
 */
export function wasmArithmetic(group: Group, kernel: KernelExports): Arithmetic {
  const { p, q } = group;
  const bytes = Math.ceil(p.toString(2).length / 64) * 8;
  const exponentBytes = Math.ceil(q.toString(2).length / 64) * 8;
  const memory = new KernelMemory(kernel, bytes);
  const size = kernel.size();

  const [modulus, square, plainOne, one, base] = [1, 1, 1, 1, 1].map((n) => memory.numbers(n)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const results = memory.numbers(MOST_SHARED);
  const exponents = memory.allocate(MOST_SHARED * bytes);
  const buckets = MOST_SHARED * 2 ** (LONG_WINDOW - 1);
  const work = memory.allocate((3 + buckets) * size + buckets + MOST_SHARED * 8 * bytes);
  const radix = 1n << BigInt(kernel.radix());
  memory.put(modulus, p);
  kernel.setModulus(modulus);
  memory.put(square, (radix * radix) % p);
  memory.put(plainOne, 1n);
  memory.put(one, radix % p);

  const enter = (at: number, x: bigint): void => {
    memory.put(at, x);
    kernel.multiply(at, at, square);
  };
  const leave = (at: number): bigint => {
    kernel.multiply(at, at, plainOne);
    const value = memory.get(at);
    return value >= p ? value - p : value;
  };

  const tables = new LatestFew(TABLES_KEPT, (x: bigint, replaced: number | undefined) => {
    const table = replaced ?? memory.numbers(255 * exponentBytes);
    enter(base, x);
    kernel.makeTables(table, base, exponentBytes, work);
    return table;
  });
  const multiplyByFixed = (at: number, powers: readonly FixedPower[]): void => {
    for (const { base: x, exponent } of powers) {
      const table = tables.get(x);
      memory.putBytes(exponents, exponent, exponentBytes);
      kernel.multiplyByPower(at, table, exponents, exponentBytes);
    }
  };
  const fixedProduct = (powers: readonly FixedPower[]): bigint => {
    // Tables are made before the result has its place, which making them uses.
    for (const { base: x } of powers) tables.get(x);
    memory.copy(results, one);
    multiplyByFixed(results, powers);
    return leave(results);
  };

  /** Leaves the powers of `x` in the results. */
  const share = (x: bigint, list: readonly bigint[]): void => {
    const longest = list.reduce((most, e) => (e > most ? e : most), 1n);
    const length = Math.ceil(longest.toString(16).length / 16) * 8;
    list.forEach((e, i) => {
      memory.putBytes(exponents + i * length, e, length);
    });
    enter(base, x);
    const window = length > LONG ? LONG_WINDOW : WINDOW;
    kernel.sharedPowers(results, base, exponents, list.length, length, window, one, work);
  };

  const terms = (x: bigint, list: readonly Term[]): bigint[] => {
    if (list.length > MOST_SHARED)
      return [...terms(x, list.slice(0, MOST_SHARED)), ...terms(x, list.slice(MOST_SHARED))];
    if (list.length === 0) return [];
    prepare(list);
    share(
      x,
      list.map(({ exponent }) => exponent),
    );
    return list.map(({ fixed = [] }, i) => finish(results + i * size, fixed));
  };
  const prepare = (list: readonly Term[]): void => {
    for (const { fixed = [] } of list) for (const power of fixed) tables.get(power.base);
  };
  const finish = (at: number, fixed: readonly FixedPower[]): bigint => {
    multiplyByFixed(at, fixed);
    return leave(at);
  };

  const isElement = (x: bigint): boolean => {
    if (x <= 0n || x >= p) return false;
    return group.membership === 'jacobi' ? jacobi(x, p) === 1 : terms(x, [{ exponent: q }])[0] === 1n;
  };

  const elementTerms = (x: bigint, list: readonly Term[]): bigint[] | undefined => {
    if (group.membership === 'jacobi') return isElement(x) ? terms(x, list) : undefined;
    if (x <= 0n || x >= p) return undefined;
    const [membership, ...rest] = terms(x, [{ exponent: q }, ...list]);
    return membership === 1n ? rest : undefined;
  };

  const { multiply, product, invert } = bigIntArithmetic(group);
  return {
    group,
    isElement,
    multiply,
    product,
    invert,
    power: (x, exponent) => terms(x, [{ exponent }])[0]!,
    terms,
    elementTerms,
    termsOfAll: (list) => termsOfEach({ terms, elementTerms }, list),
    fixedPower: (x, exponent) => fixedProduct([{ base: x, exponent }]),
    fixedProduct,
    secretPower(x, exponent) {
      memory.putBytes(exponents, exponent, exponentBytes);
      enter(base, x);
      kernel.secretPower(results, base, exponents, exponentBytes, one, work);
      memory.clear(exponents, exponentBytes);
      return leave(results);
    },
  };
}
