import type { Arithmetic } from './arithmetic.ts';
import type { Group } from './group.ts';
import type { KernelExports } from './kernel.ts';
import { wasmArithmetic } from './wasm-arithmetic.ts';

// The runtimes have these; the type libraries of Node and of ECMAScript do not.
declare global {
  var WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  };
}

/** No kernel of those given runs here. Without `loadKernel` everything works in BigInt, only slower. */
export class KernelUnusable extends Error {
  readonly code = 'kernel.unusable';
  constructor(cause: unknown) {
    super('No arithmetic kernel runs on this machine', { cause });
    this.name = 'KernelUnusable';
  }
}

/**
 * Makes arithmetics on the first WebAssembly kernel that runs here; gives every group an instance of its own.
 * @param kernels contents of `@koinon/elections/kernel-fused.wasm` (about twice as fast, where the engine has relaxed SIMD and
 * the processor fused multiplication) and `@koinon/elections/kernel.wasm`, read or fetched by the caller
 * @throws KernelUnusable where none runs
 * @example new Verifier(last, { arithmetic: loadKernel(readFileSync(fused), readFileSync(portable)) })
 */
export function loadKernel(...kernels: readonly Uint8Array[]): (group: Group) => Arithmetic {
  let reason: unknown;
  for (const bytes of kernels) {
    try {
      const module = new WebAssembly.Module(bytes);
      const instantiate = (): KernelExports =>
        new WebAssembly.Instance(module, { env: { abort: stopped } }).exports as KernelExports;
      if (instantiate().works() !== 0) return (group) => wasmArithmetic(group, instantiate());
    } catch (error) {
      reason = error;
    }
  }
  throw new KernelUnusable(reason);
}

function stopped(): never {
  throw new Error('the arithmetic kernel stopped');
}
