import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelExports } from '../src/group/kernel.ts';
import { wasmArithmetic } from '../src/group/wasm-arithmetic.ts';
import { groupByName, KernelUnusable, loadKernel } from '../src/index.ts';
import { fusedKernel, portableKernel } from './support/kernel.ts';

const group = groupByName('BELENIOS-2048')!;
const { p, q, g } = group;
const kinds = { fused: fusedKernel, portable: portableKernel };

function instance(bytes: Uint8Array): KernelExports {
  const module = new WebAssembly.Module(bytes);
  return new WebAssembly.Instance(module, { env: { abort: () => undefined } }).exports as KernelExports;
}

describe.each(['fused', 'portable'] as const)('the %s kernel', (kind) => {
  const kernel = instance(kinds[kind]);
  const arithmetic = wasmArithmetic(group, kernel);
  const operationsOf = (run: () => unknown): number => {
    const before = kernel.operations();
    run();
    return kernel.operations() - before;
  };

  it('takes the same number of operations for every secret exponent', () => {
    const exponents = fc.oneof(
      fc.bigInt({ min: 0n, max: q - 1n }),
      fc.constantFrom(0n, 1n, 15n, 1n << 255n, q - 1n).filter((x) => x < q),
    );
    const expected = operationsOf(() => arithmetic.secretPower(g, 12345n));
    fc.assert(
      fc.property(exponents, fc.bigInt({ min: 2n, max: p - 1n }), (exponent, base) => {
        expect(operationsOf(() => arithmetic.secretPower(base, exponent))).toBe(expected);
      }),
      { numRuns: 30 },
    );
    // 15 for the table, 4 squarings and a multiplication for each of 64 digits, and two to enter and leave Montgomery's form.
    expect(expected).toBe(15 + 64 * 5 + 2);
  });

  it('leaves nothing of a secret exponent in its memory', () => {
    const exponent = BigInt(`0x${'5e'.repeat(31)}`);
    arithmetic.secretPower(g, exponent);
    const memory = Buffer.from(kernel.memory.buffer);
    expect(memory.includes(Buffer.from('5e'.repeat(8), 'hex'))).toBe(false);
    arithmetic.power(g, exponent);
    expect(memory.includes(Buffer.from('5e'.repeat(8), 'hex'))).toBe(true);
  });

  it('needs fewer operations for several exponents of one base than for each by itself', () => {
    const exponents = [q - 1n, q / 3n, q / 7n];
    const apart = operationsOf(() => exponents.map((exponent) => arithmetic.power(g, exponent)));
    const together = operationsOf(() =>
      arithmetic.terms(
        g,
        exponents.map((exponent) => ({ exponent })),
      ),
    );
    expect(together).toBeLessThan(0.6 * apart);
  });
});

describe('loadKernel', () => {
  it('takes the next kernel where one cannot be compiled', () => {
    expect(loadKernel(new Uint8Array([0, 1, 2, 3]), portableKernel)(group).power(2n, 3n)).toBe(8n);
  });

  it('says so where none runs', () => {
    expect(() => loadKernel(new Uint8Array([0, 1, 2, 3]))).toThrow(KernelUnusable);
    expect(() => loadKernel()).toThrow(KernelUnusable);
  });
});
