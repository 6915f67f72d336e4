import type { Arithmetic } from '../group/arithmetic.ts';

/**
 * The m in [0, bound] with g^m = x, by baby steps and giant steps (about 2 sqrt(bound) multiplications); undefined where there
 * is none.
 */
export function smallLogarithm(arithmetic: Arithmetic, x: bigint, bound: number): number | undefined {
  const { g } = arithmetic.group;
  const step = Math.ceil(Math.sqrt(bound + 1));
  const baby = new Map<bigint, number>();
  let power = 1n;
  for (let i = 0; i < step; i++) {
    baby.set(power, i);
    power = arithmetic.multiply(power, g);
  }
  const giant = arithmetic.invert(power);
  let rest = x;
  for (let i = 0; i * step <= bound; i++) {
    const found = baby.get(rest);
    if (found !== undefined && i * step + found <= bound) return i * step + found;
    rest = arithmetic.multiply(rest, giant);
  }
  return undefined;
}
