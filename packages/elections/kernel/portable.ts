// Montgomery arithmetic modulo an odd number of up to 2048 bits: AssemblyScript (a subset of TypeScript) for WebAssembly SIMD.
//
// A number is 74 limbs of 28 bits in u32, padded with zeros to 76 (304 bytes), with R = 2^2072. Products of two limbs stay
// below 2^56, so that 64-bit accumulators take 148 of them and carries are propagated only once, at the end.

/** Bytes of one number. */
export const NUMBER: usize = 304;
/** Bits of R. */
export const RADIX: i32 = 2072;
const LIMBS: i32 = 74;
const BITS: u64 = 28;
const MASK: u64 = (1 << 28) - 1;

/** The modulus, and the modulus moved up by one limb; then the second operand moved up by one limb; accumulators. */
const MODULUS: usize = 1024;
const MODULUS_UP: usize = MODULUS + 320;
const OPERAND_UP: usize = MODULUS_UP + 320;
const ACCUMULATOR: usize = OPERAND_UP + 320;
/** First byte that callers may use. */
export const FREE: usize = 4096;

let inverse: u64 = 0;

/** `modulus`: limbs of an odd number. Must be called before anything else. */
export function setModulus(modulus: usize): void {
  memory.copy(MODULUS, modulus, NUMBER);
  moveUp(MODULUS_UP, modulus);
  // Newton's iteration for -1/n modulo 2^28: each step doubles the number of right bits.
  const n: u64 = <u64>load<u32>(modulus);
  let x: u64 = 1;
  for (let i = 0; i < 5; i++) x = (x * (2 - n * x)) & MASK;
  inverse = (MASK + 1 - x) & MASK;
}

@inline
function moveUp(to: usize, from: usize): void {
  store<u32>(to, 0);
  memory.copy(to + 4, from, NUMBER - 4);
}

/**
 * to = a * b / R modulo n, in [0, 2n) for a and b in [0, 2n). Two rows of the schoolbook product a pass: a0 * b, a1 * b moved
 * up by a limb, and the same multiples of the modulus that make the two lowest limbs vanish.
 */
export function multiply(to: usize, a: usize, b: usize): void {
  moveUp(OPERAND_UP, b);
  memory.fill(ACCUMULATOR, 0, 8 * 80);
  const b0 = <u64>load<u32>(b);
  const b1 = <u64>load<u32>(b, 4);
  const n0 = <u64>load<u32>(MODULUS);
  const n1 = <u64>load<u32>(MODULUS, 4);
  const k = inverse;
  let low: u64 = 0;
  let high: u64 = 0;
  for (let row: usize = 0; row < <usize>LIMBS * 4; row += 8) {
    const a0 = <u64>load<u32>(a + row);
    const a1 = <u64>load<u32>(a + row, 4);
    low = load<u64>(ACCUMULATOR) + a0 * b0;
    const m0 = ((low & MASK) * k) & MASK;
    const carry = (low + m0 * n0) >> BITS;
    high = load<u64>(ACCUMULATOR, 8) + a0 * b1 + a1 * b0 + m0 * n1 + carry;
    const m1 = ((high & MASK) * k) & MASK;
    pass(b, i32x4.splat(<i32>a0), i32x4.splat(<i32>a1), i32x4.splat(<i32>m0), i32x4.splat(<i32>m1));
    // The pass moved everything down by two limbs; what the two vanished limbs carry goes to the new lowest one.
    store<u64>(ACCUMULATOR, load<u64>(ACCUMULATOR) + ((high + m1 * n0) >> BITS));
  }
  let carried: u64 = 0;
  for (let limb: usize = 0; limb < <usize>LIMBS; limb++) {
    carried += load<u64>(ACCUMULATOR + 8 * limb);
    store<u32>(to + 4 * limb, <u32>(carried & MASK));
    carried >>= BITS;
  }
  store<u64>(to + 4 * LIMBS, 0);
}

/** One pass: accumulators += a0 * b + a1 * b' + m0 * n + m1 * n', and everything down by two limbs. */
@inline
function pass(b: usize, a0: v128, a1: v128, m0: v128, m1: v128): void {
  first(b, a0, a1, m0, m1);
  step(b, 1, a0, a1, m0, m1);
  step(b, 2, a0, a1, m0, m1);
  step(b, 3, a0, a1, m0, m1);
  step(b, 4, a0, a1, m0, m1);
  step(b, 5, a0, a1, m0, m1);
  step(b, 6, a0, a1, m0, m1);
  step(b, 7, a0, a1, m0, m1);
  step(b, 8, a0, a1, m0, m1);
  step(b, 9, a0, a1, m0, m1);
  step(b, 10, a0, a1, m0, m1);
  step(b, 11, a0, a1, m0, m1);
  step(b, 12, a0, a1, m0, m1);
  step(b, 13, a0, a1, m0, m1);
  step(b, 14, a0, a1, m0, m1);
  step(b, 15, a0, a1, m0, m1);
  step(b, 16, a0, a1, m0, m1);
  step(b, 17, a0, a1, m0, m1);
  step(b, 18, a0, a1, m0, m1);
}

/** Limbs 4i to 4i+3; accumulators are stored one vector lower than they are loaded: that is the move by two limbs. */
@inline
function step(b: usize, i: usize, a0: v128, a1: v128, m0: v128, m1: v128): void {
  const x = v128.load(b + 16 * i);
  const y = v128.load(OPERAND_UP + 16 * i);
  const n = v128.load(MODULUS + 16 * i);
  const o = v128.load(MODULUS_UP + 16 * i);
  const low = i64x2.add(
    i64x2.add(i64x2.extmul_low_i32x4_u(a0, x), i64x2.extmul_low_i32x4_u(a1, y)),
    i64x2.add(i64x2.extmul_low_i32x4_u(m0, n), i64x2.extmul_low_i32x4_u(m1, o)),
  );
  const high = i64x2.add(
    i64x2.add(i64x2.extmul_high_i32x4_u(a0, x), i64x2.extmul_high_i32x4_u(a1, y)),
    i64x2.add(i64x2.extmul_high_i32x4_u(m0, n), i64x2.extmul_high_i32x4_u(m1, o)),
  );
  v128.store(ACCUMULATOR + 32 * i - 16, i64x2.add(v128.load(ACCUMULATOR + 32 * i), low));
  v128.store(ACCUMULATOR + 32 * i, i64x2.add(v128.load(ACCUMULATOR + 32 * i + 16), high));
}

/** As `step` for i = 0, whose two lowest limbs vanish and are not stored. */
@inline
function first(b: usize, a0: v128, a1: v128, m0: v128, m1: v128): void {
  const high = i64x2.add(
    i64x2.add(
      i64x2.extmul_high_i32x4_u(a0, v128.load(b)),
      i64x2.extmul_high_i32x4_u(a1, v128.load(OPERAND_UP)),
    ),
    i64x2.add(
      i64x2.extmul_high_i32x4_u(m0, v128.load(MODULUS)),
      i64x2.extmul_high_i32x4_u(m1, v128.load(MODULUS_UP)),
    ),
  );
  v128.store(ACCUMULATOR, i64x2.add(v128.load(ACCUMULATOR + 16), high));
}
