import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arithmetic, bigIntArithmetic, groupByName } from '../src/index.ts';
import { kernel } from './support/kernel.ts';

describe.each(['BELENIOS-2048', 'RFC-3526-2048'])('arithmetic in %s', (name) => {
  const group = groupByName(name)!;
  const { p, q, g } = group;
  const reference = bigIntArithmetic(group);
  const fast: Arithmetic = kernel(group);
  const residue = fc.bigInt({ min: 1n, max: p - 1n });
  const scalar = fc.oneof(
    fc.bigInt({ min: 0n, max: q - 1n }),
    fc.constantFrom(0n, 1n, q - 1n),
    fc.bigInt({ min: 0n, max: 300n }),
  );
  const runs = { numRuns: name === 'BELENIOS-2048' ? 30 : 6 };

  it('has the same powers in the kernel as in BigInt', () => {
    fc.assert(
      fc.property(residue, fc.array(scalar, { maxLength: 10 }), (x, exponents) => {
        expect(fast.powers(x, exponents)).toEqual(reference.powers(x, exponents));
      }),
      runs,
    );
  });

  it('has the same powers of fixed bases', () => {
    fc.assert(
      fc.property(fc.constantFrom(g, p - 1n, 1n), scalar, (x, exponent) => {
        expect(fast.fixedPower(x, exponent)).toBe(reference.fixedPower(x, exponent));
      }),
      runs,
    );
  });

  it('knows the same elements, and refuses what is none', () => {
    for (const x of [0n, p, p + 1n, -1n, p - 1n, 1n, g])
      expect(fast.isElement(x)).toBe(reference.isElement(x));
    expect(reference.isElement(p - 1n)).toBe(false);
    expect(reference.isElement(g)).toBe(true);
    fc.assert(
      fc.property(residue, (x) => {
        expect(fast.isElement(x)).toBe(reference.isElement(x));
        expect(fast.elementPowers(x, [2n])).toEqual(reference.elementPowers(x, [2n]));
      }),
      runs,
    );
  });
});
