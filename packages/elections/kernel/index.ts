import { FREE, NUMBER, RADIX } from './field';

export { bytesFromLimbs, limbsFromBytes } from './conversion';
export { multiply, operations, setModulus, square, works } from './field';
export { makeTables, multiplyByPower } from './fixed-powers';
export { secretPower } from './secret-power';
export { sharedPowers } from './shared-powers';

/** First byte of memory that callers may use. */
export function free(): usize {
  return FREE;
}

/** Bytes of one number. */
export function size(): usize {
  return NUMBER;
}

/** Bits of R in Montgomery's form x * R. */
export function radix(): i32 {
  return RADIX;
}
