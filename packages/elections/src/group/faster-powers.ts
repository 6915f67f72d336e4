import type { Arithmetic, BaseTerms, Term } from './arithmetic.ts';
import type { Group } from './group.ts';
import { invertAll, mod } from './modular.ts';

/** base^exponent modulo `modulus`, for a base in [0, modulus) and an exponent in [0, modulus) that nobody needs to hide. */
export type Power = (base: bigint, exponent: bigint, modulus: bigint) => bigint;

/** Below this many bits of exponent a call costs more than the kernel's chain. */
const SHORT = 64n;
/** Exponents are long from here on; challenges, which are hashes, are not. */
const LONG = 512n;
/** Most long powers of one base that are cheaper apart than on one chain of the kernel. */
const MOST_APART = 2;

/**
 * Arithmetics whose long powers of unknown bases are made by `power`, one by one; tables and secrets stay with those of `make`.
 * Groups with short exponents keep theirs: powers of one base are cheaper there on the chain that they share.
 * @param power nothing changes where it is undefined
 * @example withFasterPowers(loadKernel(fused, portable), opensslPower())
 */
export function withFasterPowers(
  make: (group: Group) => Arithmetic,
  power: Power | undefined,
): (group: Group) => Arithmetic {
  if (power === undefined) return make;
  return (group) => (group.q >> LONG === 0n ? make(group) : onPowers(make(group), power));
}

function onPowers(inner: Arithmetic, fast: Power): Arithmetic {
  const { p, q } = inner.group;
  const power = (base: bigint, exponent: bigint): bigint =>
    exponent >> SHORT === 0n ? inner.power(base, exponent) : fast(base, exponent, p);
  const powersOf = (base: bigint, exponents: readonly bigint[]): bigint[] => {
    const long = exponents.filter((exponent) => exponent >> LONG !== 0n).length;
    return long > MOST_APART
      ? inner.terms(
          base,
          exponents.map((exponent) => ({ exponent })),
        )
      : exponents.map((exponent) => power(base, exponent));
  };
  const timesFixed = (value: bigint, { fixed = [] }: Term): bigint =>
    fixed.length === 0 ? value : inner.terms(value, [{ exponent: 1n, fixed }])[0]!;

  const termsOfAll = (list: readonly BaseTerms[]): bigint[][] | undefined => {
    if (!list.every(({ base, member }) => member || inner.isElement(base))) return undefined;
    const open = list.map(({ base, terms }) => {
      const exponents = terms.map(({ exponent }) => exponent);
      const related = shortSum(exponents, q);
      if (related !== undefined) exponents[related.last] = related.sum;
      return { values: powersOf(base, exponents), last: related?.last };
    });
    // x^c0 * … * x^ck = x^sum, so that the last factor is what the sum gives divided by the others.
    const closing = open.flatMap(({ values, last }) => (last === undefined ? [] : [{ values, last }]));
    const others = closing.map(({ values, last }) => inner.product(values.slice(0, last)));
    invertAll(others, p).forEach((inverse, i) => {
      const { values, last } = closing[i]!;
      values[last] = inner.multiply(values[last]!, inverse);
    });
    return open.map(({ values }, i) => values.map((value, j) => timesFixed(value, list[i]!.terms[j]!)));
  };

  return {
    ...inner,
    power,
    terms: (base, list) =>
      powersOf(
        base,
        list.map(({ exponent }) => exponent),
      ).map((value, j) => timesFixed(value, list[j]!)),
    elementTerms: (base, terms) => termsOfAll([{ base, terms, member: false }])?.[0],
    termsOfAll,
  };
}

/**
 * Challenges of a disjunction are long, but add up to a hash: finds the first of them that can be told by a short sum.
 * @returns place of the last summand, and the sum modulo q
 */
function shortSum(exponents: readonly bigint[], q: bigint): { last: number; sum: bigint } | undefined {
  let sum = 0n;
  for (const [i, exponent] of exponents.entries()) {
    sum = mod(sum + exponent, q);
    if (i > 0 && exponent >> LONG !== 0n && sum >> LONG === 0n) return { last: i, sum };
  }
  return undefined;
}
