import { readFileSync } from 'node:fs';
import { loadKernel } from '../../src/index.ts';

const read = (name: string): Uint8Array => readFileSync(new URL(`../../kernel/${name}`, import.meta.url));

/** The committed kernels: for relaxed SIMD, and for all engines with SIMD. */
export const fusedKernel = read('kernel-fused.wasm');
export const portableKernel = read('kernel.wasm');
export const kernels = [fusedKernel, portableKernel];

/** Arithmetic on the kernel that runs best here. */
export const kernel = loadKernel(...kernels);
