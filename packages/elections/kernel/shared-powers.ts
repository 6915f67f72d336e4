import { multiply, NUMBER, square } from './field';

/**
 * `count` powers of one base on one chain of squarings (Yao, with sliding windows): an exponent is a sum of odd digits of
 * `window` bits at any places, each digit value has a bucket, and the chain's element of that place goes into it.
 * `exponents`: `length` bytes each, little-endian. `to`: `count` numbers.
 * `work`: room for 3 + count * 2^(window - 1) numbers, then count * 8 * length + count * 2^(window - 1) bytes.
 */
export function sharedPowers(
  to: usize,
  base: usize,
  exponents: usize,
  count: usize,
  length: usize,
  window: usize,
  one: usize,
  work: usize,
): void {
  const values: usize = (<usize>1) << (window - 1);
  const places: usize = length << 3;
  const chain = work;
  const buckets = work + 3 * NUMBER;
  const digits = buckets + count * values * NUMBER;
  const filled = digits + count * places;
  memory.fill(filled, 0, count * values);
  let last: usize = 0;
  for (let e: usize = 0; e < count; e++) {
    last = max(last, recode(digits + e * places, exponents + e * length, length, window));
  }
  memory.copy(chain, base, NUMBER);
  for (let place: usize = 0; place < last; place++) {
    if (place > 0) square(chain, chain);
    for (let e: usize = 0; e < count; e++) {
      const digit = <usize>load<u8>(digits + e * places + place);
      if (digit == 0) continue;
      const index = e * values + (digit >> 1);
      put(buckets + index * NUMBER, filled + index, chain);
    }
  }
  for (let e: usize = 0; e < count; e++) {
    combine(to + e * NUMBER, buckets + e * values * NUMBER, filled + e * values, values, one, work + NUMBER);
  }
}

/** Writes the odd digit that begins at each place, or 0. @returns the place after the last digit's beginning */
function recode(digits: usize, exponent: usize, length: usize, window: usize): usize {
  const places: usize = length << 3;
  memory.fill(digits, 0, places);
  let last: usize = 0;
  let place: usize = 0;
  while (place < places) {
    if (bit(exponent, place) == 0) {
      place++;
      continue;
    }
    let digit: usize = 0;
    for (let i: usize = 0; i < window && place + i < places; i++) digit |= bit(exponent, place + i) << i;
    store<u8>(digits + place, <u8>digit);
    last = place + 1;
    place += window;
  }
  return last;
}

@inline
function bit(exponent: usize, place: usize): usize {
  return (<usize>load<u8>(exponent + (place >> 3)) >> (place & 7)) & 1;
}

@inline
function put(bucket: usize, filled: usize, factor: usize): void {
  if (load<u8>(filled) == 0) {
    store<u8>(filled, 1);
    memory.copy(bucket, factor, NUMBER);
  } else multiply(bucket, bucket, factor);
}

/**
 * to = product of bucket_d^d over odd d = 2i + 1: with the products R_i of all buckets from i on, it is R_0 * (R_1 * R_2 * …)^2.
 * `work`: room for two numbers.
 */
function combine(to: usize, buckets: usize, filled: usize, values: usize, one: usize, work: usize): void {
  const running = work;
  const upper = work + NUMBER;
  let some = false;
  for (let i = values - 1; i > 0; i--) {
    const full = load<u8>(filled + i) != 0;
    if (!some) {
      if (!full) continue;
      memory.copy(running, buckets + i * NUMBER, NUMBER);
      memory.copy(upper, running, NUMBER);
      some = true;
      continue;
    }
    if (full) multiply(running, running, buckets + i * NUMBER);
    multiply(upper, upper, running);
  }
  const lowest = load<u8>(filled) != 0;
  if (!some) {
    memory.copy(to, lowest ? buckets : one, NUMBER);
    return;
  }
  if (lowest) multiply(running, running, buckets);
  square(upper, upper);
  multiply(to, running, upper);
}
