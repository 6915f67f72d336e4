import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opensslPower } from '../src/crypto-node/openssl-power.ts';
import { mod, modPow } from '../src/group/modular.ts';
import {
  type Arithmetic,
  bigIntArithmetic,
  groupByName,
  loadKernel,
  type Term,
  withFasterPowers,
} from '../src/index.ts';
import { fusedKernel, portableKernel } from './support/kernel.ts';

const kernels = {
  fused: loadKernel(fusedKernel),
  portable: loadKernel(portableKernel),
  'OpenSSL-backed': withFasterPowers(loadKernel(fusedKernel), opensslPower()),
};
const cases = (['BELENIOS-2048', 'RFC-3526-2048'] as const).flatMap((name) =>
  (['fused', 'portable', 'OpenSSL-backed'] as const).map((kind) => ({ name, kind })),
);

describe.each(cases)('the $kind kernel in $name', ({ name, kind }) => {
  const group = groupByName(name)!;
  const { p, q, g } = group;
  const reference = bigIntArithmetic(group);
  const fast: Arithmetic = kernels[kind](group);
  const residue = fc.oneof(
    fc.bigInt({ min: 0n, max: p - 1n }),
    fc.constantFrom(0n, 1n, p - 1n, p - 2n, (1n << 2040n) - 1n, 1n << 2047n).filter((x) => x < p),
    fc.bigInt({ min: 1n, max: 300n }),
  );
  const scalar = fc.oneof(
    fc.bigInt({ min: 0n, max: q - 1n }),
    fc.constantFrom(0n, 1n, 2n, q - 1n, 1n << 200n, (1n << 255n) - 1n).filter((x) => x < q),
    fc.bigInt({ min: 0n, max: 300n }),
  );
  const element = fc.bigInt({ min: 2n, max: p - 1n }).map((x) => modPow(x, (p - 1n) / q, p));
  const fixedBase = fc.constantFrom(g, p - 1n, 1n, 7n);
  const fixed = fc.array(fc.record({ base: fixedBase, exponent: scalar }), { maxLength: 3 });
  const terms: fc.Arbitrary<Term[]> = fc.array(fc.record({ exponent: scalar, fixed }), { maxLength: 10 });
  const long = name !== 'BELENIOS-2048';
  const runs = { numRuns: long ? 4 : 20 };

  it('has the same values of terms', () => {
    fc.assert(
      fc.property(residue, terms, (x, list) => {
        expect(fast.terms(x, list)).toEqual(reference.terms(x, list));
      }),
      runs,
    );
  });

  it('has the same values of terms over several bases, also where exponents add up to a hash', () => {
    const hash = fc.oneof(fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }), fc.constantFrom(0n, 1n));
    const disjunction = fc
      .tuple(fc.array(scalar, { maxLength: 3 }), hash, scalar)
      .map(([some, sum, other]) => {
        const last = mod(sum - some.reduce((total, c) => total + c, 0n), q);
        return [...some, last, other].map((exponent): Term => ({ exponent, fixed: [{ base: g, exponent }] }));
      });
    const base = fc.oneof(element, fc.constantFrom(1n, g, mod(g * g, p)));
    const bases = fc.array(fc.record({ base, terms: disjunction, member: fc.boolean() }), { maxLength: 3 });
    fc.assert(
      fc.property(bases, fc.constantFrom(0n, p - 1n, p), (list, stranger) => {
        expect(fast.termsOfAll(list)).toEqual(reference.termsOfAll(list));
        const one = { base: stranger, terms: [{ exponent: 2n }], member: false };
        expect(fast.termsOfAll([...list, one])).toBeUndefined();
        // What is derived from a number outside of the group may be anything, and must do no harm.
        expect(fast.termsOfAll([one, ...list, { ...one, base: 0n, member: true }])).toBeUndefined();
      }),
      runs,
    );
  });

  it('has the same powers, whichever way they are made', () => {
    fc.assert(
      fc.property(residue, scalar, (x, exponent) => {
        const expected = reference.power(x, exponent);
        expect(fast.power(x, exponent)).toBe(expected);
        expect(fast.secretPower(x, exponent)).toBe(expected);
        expect(reference.secretPower(x, exponent)).toBe(expected);
      }),
      runs,
    );
  });

  it('has the same products of powers of fixed bases, also of more bases than have tables', () => {
    fc.assert(
      fc.property(fixed, fc.constantFrom(g, 3n, 5n), scalar, (powers, base, exponent) => {
        expect(fast.fixedProduct(powers)).toBe(reference.fixedProduct(powers));
        expect(fast.fixedPower(base, exponent)).toBe(reference.fixedPower(base, exponent));
      }),
      { numRuns: long ? 4 : 12 },
    );
  });

  it('has the same products and inverses', () => {
    fc.assert(
      fc.property(fc.array(residue, { maxLength: 5 }), residue, (list, x) => {
        expect(fast.product(list)).toBe(reference.product(list));
        expect(fast.multiply(x, x)).toBe(reference.multiply(x, x));
        if (x !== 0n) expect(fast.multiply(fast.invert(x), x)).toBe(1n);
      }),
    );
  });

  it('knows the same elements, and refuses what is none', () => {
    for (const x of [0n, p, p + 1n, -1n, p - 1n, 1n, g])
      expect(fast.isElement(x)).toBe(reference.isElement(x));
    expect(reference.isElement(p - 1n)).toBe(false);
    expect(reference.isElement(g)).toBe(true);
    fc.assert(
      fc.property(fc.oneof(residue, element), (x) => {
        expect(fast.isElement(x)).toBe(reference.isElement(x));
        expect(fast.elementTerms(x, [{ exponent: 2n }])).toEqual(
          reference.elementTerms(x, [{ exponent: 2n }]),
        );
      }),
      runs,
    );
    fc.assert(
      fc.property(element, (x) => {
        expect(fast.isElement(x)).toBe(true);
        expect(fast.isElement(p - x)).toBe(false);
      }),
      { numRuns: 5 },
    );
  });
});
