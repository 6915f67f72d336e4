// One of two ways to reckon, chosen when the kernel is compiled.
import * as fused from './fused';
import * as portable from './portable';

/** Bytes of one number. */
export const NUMBER: usize = ASC_FEATURE_RELAXED_SIMD ? fused.NUMBER : portable.NUMBER;
/** Bits of R in Montgomery's form x * R. */
export const RADIX: i32 = ASC_FEATURE_RELAXED_SIMD ? fused.RADIX : portable.RADIX;
/** Bits of a limb. */
export const LIMB: u64 = ASC_FEATURE_RELAXED_SIMD ? 51 : 28;
/** First byte of memory that callers may use. */
export const FREE: usize = ASC_FEATURE_RELAXED_SIMD ? fused.FREE : portable.FREE;

export function works(): bool {
  return ASC_FEATURE_RELAXED_SIMD ? fused.works() : true;
}

export function setModulus(modulus: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) fused.setModulus(modulus);
  else portable.setModulus(modulus);
}

let counted: u32 = 0;

/** How many multiplications and squarings there were: tests see with it that secrets do not change the number. */
export function operations(): u32 {
  return counted;
}

/** to = a * b / R modulo n, in [0, 2n) for a and b in [0, 2n). */
export function multiply(to: usize, a: usize, b: usize): void {
  counted++;
  if (ASC_FEATURE_RELAXED_SIMD) fused.multiply(to, a, b);
  else portable.multiply(to, a, b);
}

/** to = a * a / R modulo n. */
export function square(to: usize, a: usize): void {
  counted++;
  if (ASC_FEATURE_RELAXED_SIMD) fused.square(to, a);
  else portable.multiply(to, a, a);
}

@inline
export function storeLimb(number: usize, limb: usize, value: u64): void {
  if (ASC_FEATURE_RELAXED_SIMD) store<f64>(number + 8 * limb, <f64>(<i64>value));
  else store<u32>(number + 4 * limb, <u32>value);
}

@inline
export function loadLimb(number: usize, limb: usize): u64 {
  if (ASC_FEATURE_RELAXED_SIMD) return <u64>(<i64>load<f64>(number + 8 * limb));
  return <u64>load<u32>(number + 4 * limb);
}
