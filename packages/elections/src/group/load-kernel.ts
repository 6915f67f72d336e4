import type { Arithmetic } from './arithmetic.ts';
import type { Group } from './group.ts';
import { wasmArithmetic } from './wasm-arithmetic.ts';

// The runtimes have these; the type libraries of Node and of ECMAScript do not.
declare global {
  var WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  };
}

/**
 * Makes arithmetics on the WebAssembly kernel; compiles it once, and gives every group an instance of its own.
 * @param bytes content of `@koinon/elections/kernel.wasm`, read or fetched by the caller
 * @example new Verifier({ arithmetic: loadKernel(readFileSync(path)) })
 */
export function loadKernel(bytes: Uint8Array): (group: Group) => Arithmetic {
  const module = new WebAssembly.Module(bytes);
  const abort = (): never => {
    throw new Error('the arithmetic kernel stopped');
  };
  return (group) => wasmArithmetic(group, new WebAssembly.Instance(module, { env: { abort } }).exports);
}
