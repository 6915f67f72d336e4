import { readFileSync } from 'node:fs';
import { opensslPower } from '../../src/crypto-node/openssl-power.ts';
import { loadKernel, withFasterPowers } from '../../src/index.ts';

const read = (name: string): Uint8Array => readFileSync(new URL(`../../kernel/${name}`, import.meta.url));

/** The committed kernels: for relaxed SIMD, and for all engines with SIMD. */
export const fusedKernel = read('kernel-fused.wasm');
export const portableKernel = read('kernel.wasm');
export const kernels = [fusedKernel, portableKernel];

/** The arithmetic that runs best here. */
export const kernel = withFasterPowers(loadKernel(...kernels), opensslPower());
