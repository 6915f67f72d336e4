// Montgomery arithmetic modulo an odd number of up to 2048 bits in double-precision numbers: for WebAssembly with relaxed SIMD
// on a processor that multiplies and adds in one rounding (x86-64 since 2013, ARM64).
//
// A number is 41 limbs of 51 bits, each an integer in a double, and one of zero: 21 vectors (336 bytes), with R = 2^2142.
// A product of two limbs is split without loss by two fused operations (Emmart, Zheng, Weems: Faster modular exponentiation
// using double precision floating point arithmetic on the GPU, 2018; here rounding to nearest):
//   high = a * b + 2^103        its unit in the last place is 2^51, so that the bits are those of 2^103 plus h = round(ab / 2^51)
//   low  = a * b + (2^103 + 3 * 2^51 - high)      the bits are those of 3 * 2^51 plus ab - h * 2^51
// Bit patterns are added up as 64-bit integers; what the two constants add is known beforehand and subtracted in the beginning.

/** Bytes of one number. */
export const NUMBER: usize = 336;
/** Bits of R. */
export const RADIX: i32 = 2142;
/** Bits of a limb. */
const BITS: u64 = 51;
const MASK: u64 = (1 << 51) - 1;
const LIMBS: i32 = 42;
const VECTORS: i32 = 21;

const HIGH_BITS: u64 = 0x4660000000000000;
const LOW_BITS: u64 = 0x4338000000000000;
const TWO_103: f64 = 10141204801825835211973625643008.0;
const THREE_2_51: f64 = 6755399441055744.0;

// Of each two columns of a product there are 32 bytes: the sums of the low halves, then of the high halves, which belong one
// column higher. The beginnings hold what the constants will have added.
const COLUMNS: usize = 42 * 32;
const PRODUCT_START: usize = 1088;
const SQUARE_START: usize = PRODUCT_START + COLUMNS;
const ACCUMULATOR: usize = SQUARE_START + COLUMNS;
const MODULUS: usize = ACCUMULATOR + COLUMNS + 64;
const MODULUS_UP: usize = MODULUS + 352;
/** The second operand moved up by a limb; of a square, the operand doubled, with and without its diagonal, and moved up. */
const OPERAND_UP: usize = MODULUS_UP + 352;
const DOUBLE: usize = OPERAND_UP + 352;
const DOUBLE_UP: usize = DOUBLE + 352;
const DIAGONAL: usize = DOUBLE_UP + 352;
const DIAGONAL_UP: usize = DIAGONAL + 352;
/** First byte that callers may use. */
export const FREE: usize = 12288;

/** 2^103 and 2^103 + 3 * 2^51 as vectors: read from memory, since V8 makes a constant anew at every use of it. */
const SPLITTER: usize = 1024;
const REST: usize = SPLITTER + 16;

let inverse: u64 = 0;

/** Whether this processor multiplies and adds in one rounding; if not, nothing else here may be used. */
export function works(): bool {
  // (2^27 + 1)^2 = 2^54 + 2^28 + 1: the last 1 is lost where the product is rounded by itself.
  const x = f64x2.splat(134217729.0);
  const rest = f64x2.relaxed_madd(x, x, f64x2.splat(-18014398777917440.0));
  return f64x2.extract_lane(rest, 0) == 1.0;
}

/** `modulus`: limbs of an odd number. Must be called before anything else. */
export function setModulus(modulus: usize): void {
  v128.store(SPLITTER, f64x2.splat(TWO_103));
  v128.store(REST, f64x2.splat(TWO_103 + THREE_2_51));
  memory.copy(MODULUS, modulus, NUMBER);
  moveUp(MODULUS_UP, modulus);
  // Newton's iteration for -1/n modulo 2^51: each step doubles the number of right bits.
  const n = <u64>load<f64>(modulus);
  let x: u64 = 1;
  for (let i = 0; i < 6; i++) x = x * (2 - n * x);
  inverse = (0 - x) & MASK;
  for (let g: i32 = 0; g < 2 * VECTORS; g++) {
    const passes: i32 = g < VECTORS ? g + 1 : 2 * VECTORS - 1 - g;
    start(PRODUCT_START + 32 * g, 4 * passes);
    const lowest: i32 = max(0, g - VECTORS + 1);
    const rows: i32 = max(0, g / 2 - lowest + 1) + max(0, (g + 1) / 2 - lowest);
    start(SQUARE_START + 32 * g, 2 * passes + rows);
  }
}

@inline
function start(at: usize, additions: i32): void {
  v128.store(at, i64x2.splat(0 - <i64>additions * LOW_BITS));
  v128.store(at, i64x2.splat(0 - <i64>additions * HIGH_BITS), 16);
}

@inline
function moveUp(to: usize, from: usize): void {
  store<f64>(to, 0.0);
  // The last store goes over the end by a limb, which is zero, into room that is left for it.
  for (let o: usize = 0; o < NUMBER; o += 16) v128.store(to + o, v128.load(from + o), 8);
}

@inline
function highOf(a: v128, b: v128, splitter: v128): v128 {
  return f64x2.relaxed_madd(a, b, splitter);
}

@inline
function lowOf(a: v128, b: v128, high: v128, rest: v128): v128 {
  return f64x2.relaxed_madd(a, b, f64x2.sub(rest, high));
}

/** Digit of the quotient that makes a column vanish. */
@inline
function quotient(column: u64): v128 {
  return f64x2.splat(<f64>(<i64>((column * inverse) & MASK)));
}

/**
 * to = a * b / R modulo n, in [0, 2n) for a and b in [0, 2n). A pass takes two limbs of `a` and two digits of the quotient, and
 * makes the two lowest columns vanish.
 */
export function multiply(to: usize, a: usize, b: usize): void {
  moveUp(OPERAND_UP, b);
  const splitter = v128.load(SPLITTER);
  const rest = v128.load(REST);
  memory.copy(ACCUMULATOR, PRODUCT_START, COLUMNS);
  let at = ACCUMULATOR;
  for (let row: usize = 0; row < NUMBER; row += 16) {
    const a0 = v128.load64_splat(a + row);
    const a1 = v128.load64_splat(a + row, 8);
    const x = v128.load(b);
    const y = v128.load(OPERAND_UP);
    const h0 = highOf(a0, x, splitter);
    const h1 = highOf(a1, y, splitter);
    const low = i64x2.add(v128.load(at), i64x2.add(lowOf(a0, x, h0, rest), lowOf(a1, y, h1, rest)));
    const high = i64x2.add(v128.load(at, 16), i64x2.add(h0, h1));
    const m0 = quotient(i64x2.extract_lane(low, 0) + 2 * LOW_BITS);
    const m1 = vanish(at, low, high, m0, splitter, rest);
    let o: usize = 16;
    let c = at + 32;
    // Twenty vectors, four at a time.
    while (o < NUMBER) {
      multiplyStep(b + o, o, c, a0, a1, m0, m1, splitter, rest);
      multiplyStep(b + o + 16, o + 16, c + 32, a0, a1, m0, m1, splitter, rest);
      multiplyStep(b + o + 32, o + 32, c + 64, a0, a1, m0, m1, splitter, rest);
      multiplyStep(b + o + 48, o + 48, c + 96, a0, a1, m0, m1, splitter, rest);
      o += 64;
      c += 128;
    }
    at += 32;
  }
  finish(to);
}

/** Makes the two lowest columns vanish and carries what they hold into the next ones. @returns the second digit of the quotient */
@inline
function vanish(at: usize, low: v128, high: v128, m0: v128, splitter: v128, rest: v128): v128 {
  const n = v128.load(MODULUS);
  const h2 = highOf(m0, n, splitter);
  low = i64x2.add(low, lowOf(m0, n, h2, rest));
  high = i64x2.add(high, h2);
  const carry = <i64>(i64x2.extract_lane(low, 0) + LOW_BITS) >> BITS;
  const second = i64x2.extract_lane(low, 1) + i64x2.extract_lane(high, 0) + carry;
  const m1 = quotient(second + LOW_BITS + HIGH_BITS);
  const o = v128.load(MODULUS_UP);
  const h3 = highOf(m1, o, splitter);
  low = i64x2.add(low, lowOf(m1, o, h3, rest));
  high = i64x2.add(high, h3);
  const carried = <i64>(i64x2.extract_lane(low, 1) + i64x2.extract_lane(high, 0) + carry) >> BITS;
  const next = i64x2.replace_lane(i64x2.splat(0), 0, carried + i64x2.extract_lane(high, 1));
  v128.store(at, i64x2.add(v128.load(at, 32), next), 32);
  return m1;
}

@inline
function multiplyStep(
  b: usize,
  o: usize,
  at: usize,
  a0: v128,
  a1: v128,
  m0: v128,
  m1: v128,
  splitter: v128,
  rest: v128,
): void {
  const x = v128.load(b);
  const y = v128.load(o, OPERAND_UP);
  const u = v128.load(o, MODULUS);
  const w = v128.load(o, MODULUS_UP);
  const h0 = highOf(a0, x, splitter);
  const h1 = highOf(a1, y, splitter);
  const h2 = highOf(m0, u, splitter);
  const h3 = highOf(m1, w, splitter);
  const low = i64x2.add(
    i64x2.add(lowOf(a0, x, h0, rest), lowOf(a1, y, h1, rest)),
    i64x2.add(lowOf(m0, u, h2, rest), lowOf(m1, w, h3, rest)),
  );
  const high = i64x2.add(i64x2.add(h0, h1), i64x2.add(h2, h3));
  v128.store(at, i64x2.add(v128.load(at), low));
  v128.store(at, i64x2.add(v128.load(at, 16), high), 16);
}

/** Carries the upper half of the columns through, and stores it as limbs. */
@inline
function finish(to: usize): void {
  let carried: i64 = 0;
  let columns = ACCUMULATOR + 32 * VECTORS;
  let below: i64 = 0;
  for (let limb: usize = 0; limb < 8 * LIMBS; limb += 16) {
    carried += load<i64>(columns) + below;
    store<f64>(to + limb, <f64>(carried & MASK));
    carried >>= BITS;
    carried += load<i64>(columns, 8) + load<i64>(columns, 16);
    store<f64>(to + limb, <f64>(carried & MASK), 8);
    carried >>= BITS;
    below = load<i64>(columns, 24);
    columns += 32;
  }
}

/** As `multiply` for a = b, with each product of two different limbs taken once and doubled. */
export function square(to: usize, a: usize): void {
  moveUp(OPERAND_UP, a);
  const splitter = v128.load(SPLITTER);
  const rest = v128.load(REST);
  const two = f64x2.splat(2.0);
  const oneTwo = f64x2.replace_lane(two, 0, 1.0);
  for (let o: usize = 0; o < NUMBER; o += 16) {
    const x = v128.load(a + o);
    const y = v128.load(OPERAND_UP + o);
    v128.store(DOUBLE + o, f64x2.mul(x, two));
    v128.store(DIAGONAL + o, f64x2.mul(x, oneTwo));
    v128.store(DOUBLE_UP + o, f64x2.mul(y, two));
    v128.store(DIAGONAL_UP + o, f64x2.mul(y, oneTwo));
  }
  squareColumns(a);
  let at = ACCUMULATOR;
  for (let pass = 0; pass < VECTORS; pass++) {
    const low = v128.load(at);
    const high = v128.load(at, 16);
    const m0 = quotient(i64x2.extract_lane(low, 0) + 2 * LOW_BITS);
    const m1 = vanish(at, low, high, m0, splitter, rest);
    let o: usize = 16;
    let c = at + 32;
    while (o < NUMBER) {
      reduceStep(o, c, m0, m1, splitter, rest);
      reduceStep(o + 16, c + 32, m0, m1, splitter, rest);
      reduceStep(o + 32, c + 64, m0, m1, splitter, rest);
      reduceStep(o + 48, c + 96, m0, m1, splitter, rest);
      o += 64;
      c += 128;
    }
    at += 32;
  }
  finish(to);
}

@inline
function reduceStep(
  o: usize,
  at: usize,
  m0: v128,
  m1: v128,
  splitter: v128,
  rest: v128,
): void {
  const u = v128.load(o, MODULUS);
  const w = v128.load(o, MODULUS_UP);
  const h2 = highOf(m0, u, splitter);
  const h3 = highOf(m1, w, splitter);
  const low = i64x2.add(lowOf(m0, u, h2, rest), lowOf(m1, w, h3, rest));
  v128.store(at, i64x2.add(v128.load(at), low));
  v128.store(at, i64x2.add(v128.load(at, 16), i64x2.add(h2, h3)), 16);
}

/** Columns of a square, two at a time: for each pair of limbs (2p, 2p + 1) the limbs from there on. */
@inline
function squareColumns(a: usize): void {
  const splitter = v128.load(SPLITTER);
  const rest = v128.load(REST);
  for (let g: usize = 0; g < 42; g++) {
    let low = v128.load(SQUARE_START + 32 * g);
    let high = v128.load(SQUARE_START + 32 * g, 16);
    let p: usize = g < 21 ? 0 : g - 20;
    let v = g - p;
    while (v > p + 1) {
      const a0 = v128.load64_splat(a + 16 * p);
      const a1 = v128.load64_splat(a + 16 * p, 8);
      const x = v128.load(DOUBLE + 16 * v);
      const y = v128.load(DOUBLE_UP + 16 * v);
      const h0 = highOf(a0, x, splitter);
      const h1 = highOf(a1, y, splitter);
      low = i64x2.add(low, i64x2.add(lowOf(a0, x, h0, rest), lowOf(a1, y, h1, rest)));
      high = i64x2.add(high, i64x2.add(h0, h1));
      p++;
      v--;
    }
    if (v == p + 1) {
      const a0 = v128.load64_splat(a + 16 * p);
      const a1 = v128.load64_splat(a + 16 * p, 8);
      const x = v128.load(DOUBLE + 16 * v);
      const y = v128.load(DIAGONAL_UP + 16 * v);
      const h0 = highOf(a0, x, splitter);
      const h1 = highOf(a1, y, splitter);
      low = i64x2.add(low, i64x2.add(lowOf(a0, x, h0, rest), lowOf(a1, y, h1, rest)));
      high = i64x2.add(high, i64x2.add(h0, h1));
    } else if (v == p) {
      const a0 = v128.load64_splat(a + 16 * p);
      const x = v128.load(DIAGONAL + 16 * v);
      const h0 = highOf(a0, x, splitter);
      low = i64x2.add(low, lowOf(a0, x, h0, rest));
      high = i64x2.add(high, h0);
    }
    v128.store(ACCUMULATOR + 32 * g, low);
    v128.store(ACCUMULATOR + 32 * g, high, 16);
  }
}
