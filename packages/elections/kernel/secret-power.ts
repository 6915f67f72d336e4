import { multiply, NUMBER, square } from './field';

const WINDOW: usize = 4;
const VALUES: usize = 16;

/**
 * to = base^exponent for an exponent that must stay secret, by a fixed-window ladder: the steps follow from `length` alone.
 * For every digit, 0 included, there are four squarings and one multiplication, and its power is picked by reading the whole
 * table. `exponent`: `length` bytes, little-endian. `work`: room for 18 numbers.
 */
export function secretPower(
  to: usize,
  base: usize,
  exponent: usize,
  length: usize,
  one: usize,
  work: usize,
): void {
  const picked = work;
  const acc = work + NUMBER;
  const table = work + 2 * NUMBER;
  memory.copy(table, one, NUMBER);
  for (let d: usize = 1; d < VALUES; d++) multiply(table + d * NUMBER, table + (d - 1) * NUMBER, base);
  memory.copy(acc, one, NUMBER);
  for (let i: isize = 2 * <isize>length - 1; i >= 0; i--) {
    for (let s: usize = 0; s < WINDOW; s++) square(acc, acc);
    const byte = <usize>load<u8>(exponent + (<usize>i >> 1));
    pick(picked, table, (byte >> (4 * (<usize>i & 1))) & 15);
    multiply(acc, acc, picked);
  }
  memory.copy(to, acc, NUMBER);
  // What would tell the exponent does not stay behind.
  memory.fill(work, 0, 2 * NUMBER);
}

/** to = entry `digit`, with the same reads for every digit: each entry is masked by all ones or all zeros. */
function pick(to: usize, table: usize, digit: usize): void {
  const wanted = i32x4.splat(<i32>digit);
  for (let o: usize = 0; o < NUMBER; o += 16) {
    let kept = i32x4.splat(0);
    for (let d: usize = 0; d < VALUES; d++) {
      const mask = i32x4.eq(wanted, i32x4.splat(<i32>d));
      kept = v128.or(kept, v128.and(mask, v128.load(table + d * NUMBER + o)));
    }
    v128.store(to + o, kept);
  }
}
