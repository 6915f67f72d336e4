import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Arithmetic,
  bigIntArithmetic,
  type Group,
  KernelUnusable,
  loadKernel,
  withFasterPowers,
} from '@koinon/elections';
import { opensslPower } from '@koinon/elections/openssl';

let kernel: ((group: Group) => Arithmetic) | undefined;
const made = new Map<string, Arithmetic>();

/** The fastest arithmetic that runs here; one for each group, since its tables take long to make. */
export function arithmeticOf(group: Group): Arithmetic {
  const known = made.get(group.name);
  if (known !== undefined) return known;
  kernel ??= bestArithmetic();
  const arithmetic = kernel(group);
  made.set(group.name, arithmetic);
  return arithmetic;
}

function bestArithmetic(): (group: Group) => Arithmetic {
  return withFasterPowers(kernelArithmetic(), opensslPower());
}

function kernelArithmetic(): (group: Group) => Arithmetic {
  try {
    return loadKernel(...readKernels());
  } catch (error) {
    if (error instanceof KernelUnusable) return bigIntArithmetic;
    throw error;
  }
}

/** The kernels of the package, the fastest first. */
export function readKernels(): Uint8Array[] {
  return ['kernel-fused.wasm', 'kernel.wasm'].map((name) =>
    readFileSync(fileURLToPath(import.meta.resolve(`@koinon/elections/${name}`))),
  );
}

export function random(bytes: number): Uint8Array {
  return randomBytes(bytes);
}
