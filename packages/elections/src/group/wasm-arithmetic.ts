import type { Arithmetic } from './arithmetic.ts';
import { bigIntArithmetic } from './bigint-arithmetic.ts';
import type { Group } from './group.ts';
import { type KernelExports, KernelMemory, NUMBER } from './kernel.ts';
import { jacobi } from './modular.ts';

/** R of the kernel's Montgomery form: 74 limbs of 28 bits. */
const R = 1n << 2072n;
/** How many bases keep their tables: g, the election key, and two trustee keys. */
const TABLES_KEPT = 4;
/** Most exponents of one base at once: two proofs, two of the blank vote, and the membership test fit. */
const MOST_SHARED = 8;

/**
 * Arithmetic on the WebAssembly kernel: fixed-base tables, and one chain of squarings for all exponents of a base. Not
 * constant-time: secrets of trustees go through the slower path of `Secret` functions.
 * @param instance exports of an instance of `kernel.wasm` of its own (the memory is not shared between groups)
 * @example wasmArithmetic(group, new WebAssembly.Instance(module).exports)
 */
export function wasmArithmetic(group: Group, instance: unknown): Arithmetic {
  const kernel = instance as KernelExports;
  const { p, q } = group;
  const bytes = Math.ceil(p.toString(2).length / 64) * 8;
  const exponentBytes = Math.ceil(q.toString(2).length / 64) * 8;
  const memory = new KernelMemory(kernel, bytes);

  const [modulus, square, plainOne, one, base, work] = [1, 1, 1, 1, 1, 1 + 15 * MOST_SHARED].map((n) =>
    memory.numbers(n),
  ) as [number, number, number, number, number, number];
  const results = memory.numbers(MOST_SHARED);
  const exponents = memory.allocate(MOST_SHARED * bytes);
  memory.put(modulus, p);
  kernel.setModulus(modulus);
  memory.put(square, (R * R) % p);
  memory.put(plainOne, 1n);
  memory.put(one, R % p);

  const enter = (at: number, x: bigint): void => {
    memory.put(at, x);
    kernel.multiply(at, at, square);
  };
  const leave = (at: number): bigint => {
    kernel.multiply(at, at, plainOne);
    const value = memory.get(at);
    return value >= p ? value - p : value;
  };

  const powers = (x: bigint, list: readonly bigint[]): bigint[] => {
    if (list.length > MOST_SHARED)
      return [...powers(x, list.slice(0, MOST_SHARED)), ...powers(x, list.slice(MOST_SHARED))];
    if (list.length === 0) return [];
    const longest = list.reduce((most, e) => (e > most ? e : most), 1n);
    const length = Math.ceil(longest.toString(16).length / 16) * 8;
    list.forEach((e, i) => {
      memory.putBytes(exponents + i * length, e, length);
    });
    enter(base, x);
    kernel.sharedPowers(results, base, exponents, list.length, length, one, work);
    return list.map((_, i) => leave(results + i * NUMBER));
  };

  const tables = new Map<bigint, number>();
  const freed: number[] = [];
  const tableOf = (x: bigint): number => {
    const known = tables.get(x);
    if (known !== undefined) return known;
    const oldest = tables.entries().next();
    if (tables.size >= TABLES_KEPT && !oldest.done) {
      tables.delete(oldest.value[0]);
      freed.push(oldest.value[1]);
    }
    const table = freed.pop() ?? memory.numbers(255 * exponentBytes);
    enter(base, x);
    kernel.makeTables(table, base, exponentBytes, work);
    tables.set(x, table);
    return table;
  };

  const isElement = (x: bigint): boolean => {
    if (x <= 0n || x >= p) return false;
    return group.membership === 'jacobi' ? jacobi(x, p) === 1 : powers(x, [q])[0] === 1n;
  };

  const { multiply, product, invert } = bigIntArithmetic(group);
  return {
    group,
    isElement,
    multiply,
    product,
    invert,
    power: (x, exponent) => powers(x, [exponent])[0]!,
    powers,
    elementPowers(x, list) {
      if (group.membership === 'jacobi') return isElement(x) ? powers(x, list) : undefined;
      if (x <= 0n || x >= p) return undefined;
      const [membership, ...rest] = powers(x, [q, ...list]);
      return membership === 1n ? rest : undefined;
    },
    fixedPower(x, exponent) {
      const table = tableOf(x);
      memory.putBytes(exponents, exponent, exponentBytes);
      kernel.multiplyByPower(copyOne(), table, exponents, exponentBytes);
      return leave(results);
    },
  };

  function copyOne(): number {
    new Uint8Array(kernel.memory.buffer).copyWithin(results, one, one + NUMBER);
    return results;
  }
}
