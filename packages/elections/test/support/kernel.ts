import { readFileSync } from 'node:fs';
import { loadKernel } from '../../src/index.ts';

/** Arithmetic on the committed kernel. */
export const kernel = loadKernel(readFileSync(new URL('../../kernel/kernel.wasm', import.meta.url)));
