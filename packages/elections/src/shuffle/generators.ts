import { sha256Integer } from '../codec/hash.ts';
import { Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';

/** Independent generators, whose logarithms nobody knows: the secondary h, and h_1..h_N. */
export interface Generators {
  h: bigint;
  list: bigint[];
}

/** h_i = int(SHA-256(`ggen|i`))^((p-1)/q), with i = -1 for h. */
export function makeGenerators(arithmetic: Arithmetic, count: number): Generators {
  const { group } = arithmetic;
  const cofactor = (group.p - 1n) / group.q;
  const seen = new Set([0n, 1n, group.g]);
  const make = (i: number): bigint => {
    const generator = arithmetic.power(sha256Integer(`ggen|${i}`), cofactor);
    if (seen.has(generator)) throw new Rejection('shuffle.proof', 'The generators of a shuffle collide.');
    seen.add(generator);
    return generator;
  };
  return { h: make(-1), list: Array.from({ length: count }, (_, i) => make(i)) };
}
