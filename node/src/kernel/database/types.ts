import { UnsafeInteger } from './error.ts';

/** OID of int8, which both drivers would otherwise hand over as text or BigInt. */
export const INT8 = 20;

/** Sizes and indices are JavaScript numbers; beyond 2^53 - 1 it is an error, never a rounded value. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new UnsafeInteger(text);
  return value;
}
