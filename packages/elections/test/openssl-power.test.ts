import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opensslPower } from '../src/crypto-node/openssl-power.ts';
import { invertAll, jacobi, modInverse, modPow } from '../src/group/modular.ts';
import { bigIntArithmetic, groupByName, withFasterPowers } from '../src/index.ts';

const belenios = groupByName('BELENIOS-2048')!;
const rfc = groupByName('RFC-3526-2048')!;

describe('powers by OpenSSL', () => {
  const power = opensslPower()!;

  it.each([belenios, rfc])('are those of the reference in $name, also at the edges', ({ p, q }) => {
    const near = [0n, 1n, 2n, 255n, 256n, (1n << 2040n) - 1n, (1n << 1024n) + 1n, q - 1n, q, p - 2n, p - 1n];
    const residue = fc.oneof(
      fc.bigInt({ min: 0n, max: p - 1n }),
      fc.constantFrom(...near),
      fc.bigInt({ min: 0n, max: 1n << 64n }),
    );
    fc.assert(
      fc.property(residue, residue, (x, exponent) => {
        expect(power(x, exponent, p)).toBe(modPow(x, exponent, p));
      }),
      {
        numRuns: 40,
        examples: near.flatMap(
          (x) =>
            [
              [x, 0n],
              [x, 1n],
              [x, p - 1n],
            ] as [bigint, bigint][],
        ),
      },
    );
  });

  it('are not asked for secrets, nor where the kernel shares a chain of short exponents', () => {
    const asked: bigint[] = [];
    const make = withFasterPowers(bigIntArithmetic, (x, exponent, p) => {
      asked.push(exponent);
      return modPow(x, exponent, p);
    });
    const arithmetic = make(rfc);
    arithmetic.secretPower(rfc.g, rfc.q - 1n);
    arithmetic.fixedPower(rfc.g, rfc.q - 1n);
    make(belenios).power(belenios.g, belenios.q - 1n);
    expect(asked).toEqual([]);
    arithmetic.power(4n, rfc.q - 2n);
    expect(asked).toEqual([rfc.q - 2n]);
  });

  it('are one long and one short one for the challenges of a disjunction', () => {
    const bits: number[] = [];
    const make = withFasterPowers(bigIntArithmetic, (x, exponent, p) => {
      bits.push(exponent.toString(2).length);
      return modPow(x, exponent, p);
    });
    const first = rfc.q / 3n;
    const second = (1n << 255n) - first + rfc.q;
    make(rfc).termsOfAll([{ base: 4n, terms: [{ exponent: first }, { exponent: second }], member: true }]);
    expect(bits).toEqual([first.toString(2).length, 256]);
  });
});

describe('modular arithmetic', () => {
  it('inverts a whole list at once', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: rfc.p - 1n }), { maxLength: 5 }), (list) => {
        expect(invertAll(list, rfc.p)).toEqual(list.map((x) => modInverse(x, rfc.p)));
      }),
      { numRuns: 20 },
    );
  });

  it('knows the Jacobi symbol that Euler’s criterion gives, also of numbers with many zeros at their end', () => {
    const p = 1_000_003n;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 200_000n }), fc.bigInt({ min: 0n, max: 90n }), (x, zeros) => {
        const power = modPow((x << zeros) % p, (p - 1n) / 2n, p);
        expect(jacobi(x << zeros, p)).toBe(power === p - 1n ? -1 : Number(power));
      }),
    );
  });
});
